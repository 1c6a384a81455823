package dev.migrate.table.page;

import dev.migrate.job.key.KeyValue;

/** Where a page ends, and about how many rows it then has. */
record PageEnd(KeyValue key, long rows) {}
