package dev.migrate.table.check;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.TableShape;

/** A table that a definition names and that is there. */
public record CheckedTable(DatabaseName database, TableShape shape) {

    /** {@code "forum.posts" in primary}. */
    @Override
    public String toString() {
        return "\"" + shape.name() + "\" in " + database;
    }
}
