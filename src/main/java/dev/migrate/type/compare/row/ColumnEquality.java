package dev.migrate.type.compare.row;

import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.Equality;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.row.ReadTexts.Value;
import dev.migrate.type.compare.row.ServerEquality.Values;
import dev.migrate.type.compare.side.Both;
import dev.migrate.type.compare.side.BothSides;
import dev.migrate.type.compare.side.Side;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks the servers which values of a column are equal though they are written differently. Both must say so, each by its own
 * type: what one of them rounds, or pads, to make it fit, the other one has as it is. Thread-safe.
 */
final class ColumnEquality {

    /** Values of so many bytes are read for many rows at once, longer ones row by row. */
    private static final int SHORT = 32 * 1024;

    /** Longer ones are taken as they are written. */
    private static final int LONGEST = 32 * 1024 * 1024;

    private final BothSides sides;
    private final RowHash hash;
    private final int column;
    private final Equality equality;

    ColumnEquality(BothSides sides, RowHash hash, int column) {
        this.sides = sides;
        this.hash = hash;
        this.column = column;
        this.equality = hash.columns().get(column).equality().orElseThrow();
    }

    /** The rows of which nothing can be said before the servers are asked. */
    List<Doubt> doubts(Map<KeyValue, List<SideRow>> source, Map<KeyValue, List<SideRow>> target) {
        return source.entrySet().stream()
                .flatMap(rows -> doubts(rows.getKey(), rows.getValue(), target.getOrDefault(rows.getKey(), List.of())))
                .toList();
    }

    private Stream<Doubt> doubts(KeyValue key, List<SideRow> source, List<SideRow> target) {
        return source.stream()
                .flatMap(one -> target.stream()
                        .filter(other -> one.isDoubtful(column, other))
                        .map(other -> new Doubt(key, column, one, other)));
    }

    List<Doubt> equal(List<Doubt> doubts) throws SQLException, InterruptedException {
        if (doubts.isEmpty()) {
            return List.of();
        }
        List<Values> values = values(doubts, SHORT);
        List<Doubt> equal = new ArrayList<>(equalOnBoth(values));
        Set<Doubt> others = new HashSet<>(doubts);
        values.forEach(read -> others.remove(read.doubt()));
        for (Doubt other : others) {
            equal.addAll(equalOnBoth(values(List.of(other), LONGEST)));
        }
        return equal;
    }

    /** The texts of the values; without those that are longer, or are there no more. */
    private List<Values> values(List<Doubt> doubts, int longest) throws SQLException, InterruptedException {
        ReadTexts read = new ReadTexts(hash, column, longest);
        Both<Map<KeyValue, List<Value>>> texts =
                sides.ask(table -> read.of(table, keys(doubts, table)), ReadTexts::together);
        return doubts.stream()
                .flatMap(doubt -> read
                        .text(texts.source(), doubt.key(), doubt.source())
                        .flatMap(one -> read.text(texts.target(), doubt.key(), doubt.target())
                                .map(other -> new Values(doubt, one, other)))
                        .stream())
                .toList();
    }

    private static List<KeyValue> keys(List<Doubt> doubts, Side table) {
        return doubts.stream()
                .filter(doubt -> doubt.source().isOf(table) || doubt.target().isOf(table))
                .map(Doubt::key)
                .distinct()
                .toList();
    }

    private List<Doubt> equalOnBoth(List<Values> values) throws SQLException, InterruptedException {
        if (values.isEmpty()) {
            return List.of();
        }
        Both<Set<Doubt>> unequal = sides.ask(table -> unequal(table, values), ColumnEquality::union);
        return values.stream()
                .map(Values::doubt)
                .filter(doubt ->
                        !unequal.source().contains(doubt) && !unequal.target().contains(doubt))
                .toList();
    }

    private Set<Doubt> unequal(Side table, List<Values> values) throws SQLException {
        List<Values> asSource =
                values.stream().filter(v -> v.doubt().source().isOf(table)).toList();
        List<Values> asTarget =
                values.stream().filter(v -> v.doubt().target().isOf(table)).toList();
        return union(
                new ServerEquality(table.query(), equality.source()).unequal(asSource),
                new ServerEquality(table.query(), equality.target()).unequal(asTarget));
    }

    private static Set<Doubt> union(Set<Doubt> some, Set<Doubt> more) {
        Set<Doubt> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
