package dev.migrate.type.compare.repair.statement;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement is given, as texts, one array a column: {@code unnest(...) as migrate_row (...)}. No column of the
 * user's has such a name.
 */
final class Rows {

    private final List<String> names = new ArrayList<>();
    private final List<Object> arrays = new ArrayList<>();

    /** Adds a column; returns how the SQL refers to it. */
    String add(String name, List<? extends @Nullable String> texts) {
        names.add("migrate_" + name);
        arrays.add(texts);
        return "migrate_row.migrate_" + name;
    }

    /** Adds the columns of a key; returns the condition that the table's row has it, and not one that is only equal to it. */
    String addKey(Key key, RowHash hash, List<KeyValue> keys) {
        return each(key.columns().size(), " and ", i -> {
            String text =
                    add("key" + i, keys.stream().map(k -> k.parts().get(i)).toList());
            return equal(key, i, "", text) + " and " + hash.key().get(i).text() + " = " + text;
        });
    }

    /** The condition that a key column, behind a prefix, is equal to a text. */
    static String equal(Key key, int column, String prefix, String text) {
        Key.Column of = key.columns().get(column);
        return of.operand(prefix) + " = " + of.sought(text);
    }

    static String each(int count, String separator, IntFunction<String> sql) {
        return IntStream.range(0, count).mapToObj(sql).collect(Collectors.joining(separator));
    }

    BoundSql asTable() {
        String parameters = each(names.size(), ", ", i -> "?::text[]");
        return BoundSql.of(
                "unnest(%s) as migrate_row (%s)".formatted(parameters, String.join(", ", names)), arrays.toArray());
    }
}
