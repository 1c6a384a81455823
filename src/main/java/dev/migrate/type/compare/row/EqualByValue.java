package dev.migrate.type.compare.row;

import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.side.Both;
import dev.migrate.type.compare.side.BothSides;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds values that are written differently but are equal, such as the arrays {@code {1.0}} and {@code {1.00}}. Thread-safe.
 */
final class EqualByValue {

    private final List<ColumnEquality> columns;

    EqualByValue(BothSides sides, RowHash hash) {
        this.columns = IntStream.range(0, hash.columns().size())
                .filter(i -> hash.columns().get(i).equality().isPresent())
                .mapToObj(i -> new ColumnEquality(sides, hash, i))
                .toList();
    }

    /** The same rows; those of the target bear the source's mark where a value is equal. */
    Both<Map<KeyValue, List<SideRow>>> settled(Both<Map<KeyValue, List<SideRow>>> rows)
            throws SQLException, InterruptedException {
        Map<KeyValue, List<SideRow>> target = new HashMap<>(rows.target());
        for (ColumnEquality column : columns) {
            for (Doubt equal : column.equal(column.doubts(rows.source(), target))) {
                target.computeIfPresent(equal.key(), (key, seen) -> marked(seen, equal));
            }
        }
        return new Both<>(rows.source(), target);
    }

    private static List<SideRow> marked(List<SideRow> rows, Doubt equal) {
        List<SideRow> marked = new ArrayList<>(rows);
        marked.replaceAll(row -> row.equals(equal.target()) ? row.marked(equal.column(), equal.source()) : row);
        return marked;
    }
}
