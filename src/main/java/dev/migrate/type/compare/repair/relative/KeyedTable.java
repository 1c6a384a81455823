package dev.migrate.type.compare.repair.relative;

import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.repair.statement.TableSql;
import dev.migrate.type.compare.side.RowTexts;
import dev.migrate.type.compare.side.Side;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are looked up by their keys, and their keys by what the rows have in certain columns.
 *
 * @param types of its columns, as SQL writes them
 */
public record KeyedTable(Side table, RowHash hash, Map<ColumnName, String> types) {

    private static final int AT_ONCE = 1_000;

    private record Tuple(KeyValue key, List<@Nullable String> texts) {}

    private record Numbered(int number, KeyValue key) {}

    public KeyedTable {
        types = Map.copyOf(types);
    }

    boolean has(Collection<ColumnName> columns) {
        return types.keySet().containsAll(columns);
    }

    /** What the rows of some keys have in certain columns; without rows that have a null there. */
    Map<KeyValue, List<String>> values(List<ColumnName> columns, List<KeyValue> keys) throws SQLException {
        Map<KeyValue, List<String>> values = new HashMap<>();
        TableSql sql = new TableSql(table.rows(), hash);
        List<String> texts = columns.stream().map(TableSql::text).toList();
        for (List<KeyValue> some : cut(keys)) {
            for (Tuple tuple : table.query()
                    .list(
                            sql.texts(texts, some),
                            row -> new Tuple(RowTexts.key(row, 2, keyColumns()), RowTexts.list(row, 1)))) {
                if (!tuple.texts().contains(null)) {
                    values.put(tuple.key(), List.copyOf(tuple.texts()));
                }
            }
        }
        return values;
    }

    /** The keys of the rows that have such values in certain columns. */
    Map<List<String>, Set<KeyValue>> keys(List<ColumnName> columns, Collection<List<String>> values, int most)
            throws SQLException, TooManyRelatives {
        Map<List<String>, Set<KeyValue>> keys = new HashMap<>();
        List<String> casts = columns.stream().map(types::get).toList();
        TableSql sql = new TableSql(table.rows(), hash);
        long found = 0;
        for (List<List<String>> some : cut(List.copyOf(values))) {
            List<Numbered> numbered = table.query()
                    .list(
                            sql.keysWith(columns, casts, some, most + 1L),
                            row -> new Numbered(row.getInt(1), RowTexts.key(row, 2, keyColumns())));
            numbered.forEach(n -> keys.computeIfAbsent(some.get(n.number()), none -> new HashSet<>())
                    .add(n.key()));
            found += numbered.size();
            if (found > most) {
                throw new TooManyRelatives();
            }
        }
        return keys;
    }

    private int keyColumns() {
        return hash.key().size();
    }

    private static <T> List<List<T>> cut(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                .forEach(from -> parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size()))));
        return parts;
    }
}
