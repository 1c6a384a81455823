/**
 * Cuts a range into pages while it is worked on: where the next one ends, how large it should be, how far the work has come.
 */
@NullMarked
package dev.migrate.table.page;

import org.jspecify.annotations.NullMarked;
