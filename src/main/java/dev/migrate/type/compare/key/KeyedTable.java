package dev.migrate.type.compare.key;

import dev.migrate.job.key.Key;
import dev.migrate.table.check.CheckedTable;

/** A table and the key by which it is to be walked along. */
public record KeyedTable(CheckedTable table, Key key) {}
