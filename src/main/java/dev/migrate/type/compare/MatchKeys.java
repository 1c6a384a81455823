package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.Key;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.OrderProbe;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Sees to it that a range of keys means the same keys on both sides: one type for the bounds, and one order. */
final class MatchKeys {

    private static final Set<String> TEXTS = Set.of("text", "varchar");
    private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");
    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric");
    private static final Set<String> FLOATS = Set.of("float4", "float8");

    private final OrderProbe probe;
    private final JobRequest request;
    private final CheckedTable source;
    private final CheckedTable target;

    MatchKeys(Databases databases, JobRequest request, CheckedTable source, CheckedTable target) {
        this.probe = new OrderProbe(databases);
        this.request = request;
        this.source = source;
        this.target = target;
    }

    /** The key with types that have room for the bounds of either side. */
    Key match(Key sourceKey, Key targetKey) {
        return new Key(IntStream.range(0, sourceKey.columns().size())
                .mapToObj(i ->
                        match(sourceKey.columns().get(i), targetKey.columns().get(i)))
                .toList());
    }

    private Key.Column match(Key.Column one, Key.Column other) {
        TableShape.Column inSource = source.shape().column(one.name()).orElseThrow();
        TableShape.Column inTarget = target.shape().column(one.name()).orElseThrow();
        String type = commonType(inSource, inTarget, one.type())
                .orElseThrow(() -> mistake(inSource, inTarget, "have no order in common"));
        checkOrder(inSource, inTarget);
        return new Key.Column(other.name(), type);
    }

    private static Optional<String> commonType(TableShape.Column one, TableShape.Column other, String type) {
        List<String> bases = List.of(one.base(), other.base());
        if (one.base().equals(other.base()) || INTEGERS.containsAll(bases)) {
            return Optional.of(type);
        } else if (TEXTS.containsAll(bases)) {
            return Optional.of("text");
        } else if (NUMBERS.containsAll(bases)) {
            return Optional.of("numeric");
        }
        return FLOATS.containsAll(bases) ? Optional.of("float8") : Optional.empty();
    }

    private void checkOrder(TableShape.Column one, TableShape.Column other) {
        try {
            if (!order(source, one).equals(order(target, other))) {
                throw mistake(one, other, "are sorted differently (by another collation, or another version of it)");
            }
        } catch (SQLException e) {
            throw new UserMistake(
                    "the order of the key column \"%s\" cannot be found out: %s".formatted(one.name(), e.getMessage()),
                    e);
        }
    }

    private List<String> order(CheckedTable table, TableShape.Column column) throws SQLException {
        return probe.order(table.database(), table.shape().name(), column);
    }

    private UserMistake mistake(TableShape.Column one, TableShape.Column other, String why) {
        return request.mistake(
                "target.key",
                "the key column \"%s\", %s in table %s and %s in table %s, cannot be walked along on both sides: the two %s; name other columns with key: [...]"
                        .formatted(one.name(), one.type(), source, other.type(), target, why));
    }
}
