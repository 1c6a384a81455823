package dev.migrate.type.copy;

import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.TableName;
import dev.migrate.type.copy.statement.OnConflict;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the rows go.
 *
 * @param columns which ones of the select's are copied; empty for all
 * @param key by which a row is known to be there already; empty for the primary key
 */
public record CopyTarget(
        DatabaseName database,
        TableName table,
        List<ColumnName> columns,
        List<ColumnName> key,
        @DefaultValue("error") OnConflict onConflict) {

    public CopyTarget {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        distinct("columns", columns);
        distinct("key", key);
        if (!key.isEmpty() && onConflict == OnConflict.ERROR) {
            throw new IllegalArgumentException(
                    "\"key\" tells which rows are there already, which on-conflict: error does not ask; remove it, or write"
                            + " on-conflict: update or nothing");
        }
    }

    private static void distinct(String path, List<ColumnName> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("\"" + path + "\" names something twice");
        }
    }
}
