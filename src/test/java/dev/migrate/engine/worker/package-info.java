/** Claims and what fences them. */
@NullMarked
package dev.migrate.engine.worker;

import org.jspecify.annotations.NullMarked;
