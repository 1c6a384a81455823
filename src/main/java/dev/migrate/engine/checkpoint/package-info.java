/**
 * Writes each page to a database exactly once: a row there, moved in the page's own transaction, says how far a partition
 * has come, and whose it is.
 */
@NullMarked
package dev.migrate.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
