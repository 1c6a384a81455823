package dev.migrate.type.check;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks a table what it says of the keys that rules returned for a page. */
record JudgeKeys(RowSource rows) {

    private static final TableName ALIAS = new TableName(null, "v");

    Map<KeyValue, JudgedKey> judge(List<KeyValue> keys, KeyRange range, Connection connection) throws SQLException {
        Map<KeyValue, JudgedKey> judged = new HashMap<>();
        try (PreparedStatement statement = Query.prepare(connection, query(keys, range));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                judged.put(keys.get(row.getInt(1) - 1), read(row));
            }
        }
        return judged;
    }

    private JudgedKey read(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < columns().size(); i++) {
            parts.add(row.getString(i + 4));
        }
        return new JudgedKey(new KeyValue(parts), row.getBoolean(2), row.getObject(3, Boolean.class));
    }

    /**
     * The key of a row that is there is the table's own. In the others' place stand those of the rule, which coalesce gives
     * the collation of the column, so that they are in the page by the same order as rows.
     */
    private BoundSql query(List<KeyValue> keys, KeyRange range) {
        return BoundSql.of("select u.n, ")
                .then(KeyPredicate.within(rows.key(), range, ALIAS))
                .then(", t.chosen, " + each(i -> "v." + name(i) + "::text") + "\nfrom ")
                .then(given(keys))
                .then("\nleft join (")
                .then(inPage(range))
                .then(") t on " + joined(" and ", i -> "t.k" + i + " = " + given(i)))
                .then("\ncross join lateral (select "
                        + each(i -> "coalesce(t.k%d, %s) as %s".formatted(i, given(i), name(i))) + ") v");
    }

    private BoundSql given(List<KeyValue> keys) {
        Object[] columns = IntStream.range(0, columns().size())
                .mapToObj(i -> keys.stream().map(key -> key.parts().get(i)).toList())
                .toArray();
        return BoundSql.of(
                "unnest(" + each(i -> "?::text[]") + ") with ordinality u(" + each(i -> "k" + i) + ", n)", columns);
    }

    private BoundSql inPage(KeyRange range) {
        return BoundSql.of("select " + each(i -> name(i) + " as k" + i) + ", (")
                .then(rows.where())
                .then("\n) is true as chosen from " + rows.table().quoted() + " where ")
                .then(KeyPredicate.within(rows.key(), range));
    }

    private String given(int column) {
        return "u.k" + column + "::" + columns().get(column).type();
    }

    private String name(int column) {
        return columns().get(column).name().quoted();
    }

    private List<Key.Column> columns() {
        return rows.key().columns();
    }

    private String each(IntFunction<String> column) {
        return joined(", ", column);
    }

    private String joined(String separator, IntFunction<String> column) {
        return IntStream.range(0, columns().size()).mapToObj(column).collect(Collectors.joining(separator));
    }
}
