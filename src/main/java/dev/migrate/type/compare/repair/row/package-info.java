/** Rows that are to be mended, and what is there of them on either side. */
@NullMarked
package dev.migrate.type.compare.repair.row;

import org.jspecify.annotations.NullMarked;
