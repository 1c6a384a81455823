/**
 * Where rows lie: databases, tables, their keys, and ranges of keys. Plain Java; the one place that quotes identifiers.
 */
@NullMarked
package dev.migrate.job.key;

import org.jspecify.annotations.NullMarked;
