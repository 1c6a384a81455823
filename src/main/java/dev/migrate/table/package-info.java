/**
 * Reads a table's shape, cuts its key space into ranges, and says where pages end.
 */
@NullMarked
package dev.migrate.table;

import org.jspecify.annotations.NullMarked;
