package dev.migrate.type.compare.row;

import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.side.Both;
import dev.migrate.type.compare.side.RowTexts;
import dev.migrate.type.compare.side.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads rows of some keys. Thread-safe. */
final class ReadRows {

    private record Found(KeyValue key, SideRow row) {}

    private final RowHash hash;

    ReadRows(RowHash hash) {
        this.hash = hash;
    }

    /** The rows of these keys that a table has, wherever they lie. */
    Map<KeyValue, List<SideRow>> of(Side table, KeyRange range, List<KeyValue> keys) throws SQLException {
        Map<KeyValue, List<SideRow>> rows = new HashMap<>();
        RowSql sql = new RowSql(table.rows(), hash);
        for (Found found : table.query().list(sql.rows(range, keys), row -> found(table, row))) {
            if (rows.put(found.key(), List.of(found.row())) != null) {
                throw twice(table, found.key());
            }
        }
        return rows;
    }

    private Found found(Side table, ResultSet row) throws SQLException {
        return new Found(RowTexts.key(row, 4, hash.key().size()), SideRow.read(table.database(), row));
    }

    /** The rows of two tables of one side. */
    static Map<KeyValue, List<SideRow>> together(Map<KeyValue, List<SideRow>> some, Map<KeyValue, List<SideRow>> more) {
        Map<KeyValue, List<SideRow>> all = new HashMap<>(some);
        more.forEach((key, rows) -> all.merge(
                key, rows, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return all;
    }

    static Sighting sighting(Both<Map<KeyValue, List<SideRow>>> rows, KeyValue key) {
        return new Sighting(
                rows.source().getOrDefault(key, List.of()), rows.target().getOrDefault(key, List.of()));
    }

    /** The catalog cannot tell of a view whether its key is one. */
    private static UserMistake twice(Side table, KeyValue key) {
        return new UserMistake(
                "the key %s is not unique in %s of %s: %s stands there twice; name other columns with key: [...]"
                        .formatted(table.rows().key(), table.rows().table(), table.database(), key));
    }
}
