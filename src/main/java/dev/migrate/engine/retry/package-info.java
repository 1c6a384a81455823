/**
 * Runs of just the rows that another run set aside: which rows those are, and whether they can be done again.
 */
@NullMarked
package dev.migrate.engine.retry;

import org.jspecify.annotations.NullMarked;
