/**
 * Has programs do the rows of pages: starts them, hands them from partition to partition, and begins a page again when one
 * gets into trouble.
 */
@NullMarked
package dev.migrate.type.rows.program;

import org.jspecify.annotations.NullMarked;
