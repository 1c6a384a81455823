package dev.migrate.type.compare.repair.relative;

import dev.migrate.job.key.KeyValue;

/** A row can be mended only when another one has been. */
record Edge(KeyValue row, KeyValue before) {}
