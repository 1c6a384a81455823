/** Random tables, and what must be found of random edits to them. */
@NullMarked
package dev.migrate.type.compare.random;

import org.jspecify.annotations.NullMarked;
