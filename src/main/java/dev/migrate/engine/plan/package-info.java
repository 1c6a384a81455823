/**
 * Cuts a job's key spaces into partitions and writes them down.
 */
@NullMarked
package dev.migrate.engine.plan;

import org.jspecify.annotations.NullMarked;
