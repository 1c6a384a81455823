package dev.migrate.type.compare.repair.row;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.statement.TableSql;
import dev.migrate.type.compare.side.RowTexts;
import dev.migrate.type.compare.side.Side;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows of the source by their keys, whichever of its tables they lie in. Thread-safe. */
public final class SourceRows {

    /** A row's compared columns as digests, and the texts of those asked for. */
    public record Values(List<@Nullable String> digests, List<@Nullable String> texts) {}

    private record Keyed<T>(KeyValue key, T value) {}

    private final List<Side> tables;
    private final RowHash hash;
    private final Map<ColumnName, String> types;

    /**
     * Rows of some tables, taken for one.
     *
     * @param types of their columns, as SQL writes them
     */
    public SourceRows(List<Side> tables, RowHash hash, Map<ColumnName, String> types) {
        this.tables = List.copyOf(tables);
        this.hash = hash;
        this.types = Map.copyOf(types);
    }

    /** Those of the keys that are there. */
    public Set<KeyValue> there(List<KeyValue> keys) throws SQLException {
        Set<KeyValue> there = new HashSet<>();
        for (Side table : tables) {
            there.addAll(sizes(table, List.of(), keys).keySet());
        }
        return there;
    }

    /** How many bytes the columns have in each row of one of the tables. */
    public Map<KeyValue, Long> sizes(DatabaseName database, List<TargetColumn> columns, List<KeyValue> keys)
            throws SQLException {
        return sizes(table(database), texts(columns), keys);
    }

    private Map<KeyValue, Long> sizes(Side table, List<String> texts, List<KeyValue> keys) throws SQLException {
        return map(table, sql(table).sizes(texts, keys), 2, row -> row.getLong(1));
    }

    /** The values of the rows that one of the tables has. */
    public Map<KeyValue, Values> values(DatabaseName database, List<TargetColumn> columns, List<KeyValue> keys)
            throws SQLException {
        Side table = table(database);
        return map(
                table,
                sql(table).values(texts(columns), keys),
                3,
                row -> new Values(RowTexts.list(row, 1), RowTexts.list(row, 2)));
    }

    private TableSql sql(Side table) {
        return new TableSql(table.rows(), hash);
    }

    private Side table(DatabaseName database) {
        return tables.stream()
                .filter(table -> table.database().equals(database))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table of the source is on " + database));
    }

    private <T> Map<KeyValue, T> map(Side table, BoundSql query, int firstOfKey, Query.Row<T> read)
            throws SQLException {
        Map<KeyValue, T> map = new HashMap<>();
        for (Keyed<T> row : table.query()
                .list(
                        query,
                        row -> new Keyed<>(
                                RowTexts.key(row, firstOfKey, hash.key().size()), read.read(row)))) {
            map.put(row.key(), row.value());
        }
        return map;
    }

    private List<String> texts(List<TargetColumn> columns) {
        return columns.stream().map(this::text).toList();
    }

    /** The shortest text of a float4 is that of another float8. */
    private String text(TargetColumn column) {
        boolean widened = column.type().equals("double precision") && "real".equals(types.get(column.name()));
        return widened ? column.name().quoted() + "::float8::text" : TableSql.text(column.name());
    }
}
