/**
 * What all ways to handle rows share: reading the rows of a page, some at a time, and counting what became of them.
 */
@NullMarked
package dev.migrate.type.rows.page;

import org.jspecify.annotations.NullMarked;
