package dev.migrate.type.copy.column;

import dev.migrate.job.key.ColumnName;

/**
 * A column of the select.
 *
 * @param type what is under any domain, with its schema, as SQL writes it: {@code pg_catalog.int8}
 */
record SelectedColumn(ColumnName name, String type) {}
