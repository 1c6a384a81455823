package dev.migrate.type.compare.row;

import dev.migrate.job.key.KeyValue;

/** Two rows of one key with values in a column that are written differently. */
record Doubt(KeyValue key, int column, SideRow source, SideRow target) {}
