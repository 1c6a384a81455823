package dev.migrate.type.compare.side;

import dev.migrate.database.Query;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.RowSource;

/** A table of one of the two sides, and a way to ask its database. */
public record Side(RowSource rows, Query query) {

    public DatabaseName database() {
        return rows.database();
    }
}
