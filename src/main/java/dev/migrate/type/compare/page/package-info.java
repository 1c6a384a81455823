/**
 * Compares one page: sums of buckets first, then hashes by key, then whole rows, each only where the step before differs.
 */
@NullMarked
package dev.migrate.type.compare.page;

import org.jspecify.annotations.NullMarked;
