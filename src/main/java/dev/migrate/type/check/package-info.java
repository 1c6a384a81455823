/**
 * The job type check: rules that every row of every shard must keep.
 */
@NullMarked
package dev.migrate.type.check;

import org.jspecify.annotations.NullMarked;
