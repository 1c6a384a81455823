/**
 * Gives the rows of a page to a handler, one by one.
 */
@NullMarked
package dev.migrate.type.rows.handle;

import org.jspecify.annotations.NullMarked;
