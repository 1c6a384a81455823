package dev.migrate.type.compare;

import dev.migrate.definition.Source;
import dev.migrate.table.check.CheckTable;
import dev.migrate.table.check.CheckedTable;
import java.util.List;

/**
 * The tables of a side, which have the same columns.
 *
 * @param path of the side in the definition: {@code source} or {@code target}
 * @param check holds the side against its databases
 */
record SideTables(String path, Source definition, CheckTable check, List<CheckedTable> tables) {

    SideTables {
        tables = List.copyOf(tables);
    }

    /** The one that stands for all. */
    CheckedTable first() {
        return tables.get(0);
    }
}
