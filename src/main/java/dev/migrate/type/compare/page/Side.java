package dev.migrate.type.compare.page;

import dev.migrate.database.Query;
import dev.migrate.job.key.RowSource;

/** One of the two tables, and a way to ask its database. */
public record Side(RowSource rows, Query query) {}
