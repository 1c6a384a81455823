package dev.migrate.definition;

import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.TableName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a job's rows lie, as a definition says it: in one table, on one database or, under the same name, on several.
 *
 * @param databases never empty; {@code database} is its only element where that was given
 * @param key empty for the primary key
 * @param where SQL that may name job parameters, {@code :name}; null for all rows
 */
public record Source(
        @Nullable DatabaseName database,
        List<DatabaseName> databases,
        TableName table,
        List<ColumnName> key,
        @Nullable String where) {

    public Source {
        databases = database == null ? List.copyOf(databases) : only(database, databases);
        key = List.copyOf(key);
        if (databases.isEmpty()) {
            throw new IllegalArgumentException("\"database\" is missing; name one that application.yml lists");
        }
        distinct("databases", databases);
        distinct("key", key);
    }

    /** The databases in order, each with the key that names it: {@code database}, or {@code databases[1]}. */
    public Map<DatabaseName, String> keys() {
        Map<DatabaseName, String> keys = new LinkedHashMap<>();
        databases.forEach(name -> keys.put(name, keyOf(name)));
        return keys;
    }

    /** The key that names one of the databases. */
    public String keyOf(DatabaseName name) {
        return database == null ? "databases[" + databases.indexOf(name) + "]" : "database";
    }

    private static List<DatabaseName> only(DatabaseName database, List<DatabaseName> databases) {
        if (!databases.isEmpty()) {
            throw new IllegalArgumentException("\"databases\" and \"database\" exclude each other; keep one of them");
        }
        return List.of(database);
    }

    private static void distinct(String key, List<?> values) {
        if (new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException("\"" + key + "\" names something twice");
        }
    }
}
