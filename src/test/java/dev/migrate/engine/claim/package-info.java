/** Claims and what fences them. */
@NullMarked
package dev.migrate.engine.claim;

import org.jspecify.annotations.NullMarked;
