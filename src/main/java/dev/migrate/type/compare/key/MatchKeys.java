package dev.migrate.type.compare.key;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.Key;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckedTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a range of keys means the same keys in all tables: one order, and bounds that mean the same everywhere. Keeps
 * nothing; thread-safe.
 */
public final class MatchKeys {

    private final ReadOrder orders;
    private final JobRequest request;

    public MatchKeys(Databases databases, JobRequest request) {
        this.orders = new ReadOrder(databases);
        this.request = request;
    }

    /**
     * The keys, with an order that they share.
     *
     * @param tables of both sides, each with a key of the same columns; the source's first
     * @throws UserMistake if there is no such order
     */
    public MatchedKeys match(List<KeyedTable> tables) {
        List<ShareOrder> columns = IntStream.range(
                        0, tables.get(0).key().columns().size())
                .mapToObj(i -> new ShareOrder(
                        tables.stream().map(table -> side(table, i)).toList()))
                .toList();
        List<List<Key.Column>> shared =
                columns.stream().map(column -> shared(tables, column)).toList();
        List<Key> keys = IntStream.range(0, tables.size())
                .mapToObj(t ->
                        new Key(shared.stream().map(column -> column.get(t)).toList()))
                .toList();
        List<String> notes = IntStream.range(0, columns.size())
                .mapToObj(i -> new OrderNote(columns.get(i), shared.get(i)).sentence())
                .flatMap(Optional::stream)
                .toList();
        return new MatchedKeys(keys, order(columns, shared), notes);
    }

    private static @Nullable String order(List<ShareOrder> columns, List<List<Key.Column>> shared) {
        List<String> order = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).dependsOn(shared.get(i)))
                .filter(words -> !words.isEmpty())
                .toList();
        return order.isEmpty() ? null : String.join("; ", order);
    }

    private KeySide side(KeyedTable keyed, int i) {
        Key.Column key = keyed.key().columns().get(i);
        CheckedTable table = keyed.table();
        TableShape.Column column = table.shape().column(key.name()).orElseThrow();
        try {
            return new KeySide(table.database(), column, key, orders.of(table, key.name()));
        } catch (SQLException e) {
            throw new UserMistake(
                    "the order of the key column \"%s\" of %s cannot be found out: %s"
                            .formatted(key.name(), table, e.getMessage()),
                    e);
        }
    }

    private List<Key.Column> shared(List<KeyedTable> tables, ShareOrder column) {
        return column.columns().orElseThrow(() -> noOrder(tables, column.sides()));
    }

    /** Tells of the first table whose column is unlike that of the source. */
    private UserMistake noOrder(List<KeyedTable> tables, List<KeySide> sides) {
        KeySide source = sides.get(0);
        int i = IntStream.range(1, sides.size())
                .filter(n -> !sides.get(n).sortsLike(source))
                .findFirst()
                .orElse(1);
        return request.mistake(
                "target.key",
                "the key column \"%s\", %s in table %s and %s in table %s, cannot be walked along on both sides: the two have no order in common%s; name other columns with key: [...]"
                        .formatted(
                                source.column().name(),
                                source.column().type(),
                                tables.get(0).table(),
                                sides.get(i).column().type(),
                                tables.get(i).table(),
                                why(source, sides.get(i))));
    }

    private static String why(KeySide one, KeySide other) {
        return one.kind().equals(other.kind())
                ? " (%s in %s, and %s in %s)"
                        .formatted(
                                one.order(),
                                one.order().encoding(),
                                other.order(),
                                other.order().encoding())
                : "";
    }
}
