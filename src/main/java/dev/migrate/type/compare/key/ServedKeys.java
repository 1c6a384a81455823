package dev.migrate.type.compare.key;

import dev.migrate.table.check.CheckedRows;
import java.util.List;
import java.util.Set;

/**
 * Which tables have an index that serves the order of their key.
 *
 * @param notes what a user should know of it, a sentence each
 */
public record ServedKeys(Set<CheckedRows> tables, List<String> notes) {

    public ServedKeys {
        tables = Set.copyOf(tables);
        notes = List.copyOf(notes);
    }

    public boolean include(CheckedRows table) {
        return tables.contains(table);
    }
}
