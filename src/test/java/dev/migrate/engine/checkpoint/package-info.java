/** Pages that are committed exactly once. */
@NullMarked
package dev.migrate.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
