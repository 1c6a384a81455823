package dev.migrate.table.check;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.RowSource;

/** A table that is there, and the rows of it that a job looks at. */
public record CheckedRows(CheckedTable table, RowSource rows) {

    public DatabaseName database() {
        return table.database();
    }
}
