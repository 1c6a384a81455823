/**
 * Talks to a program about rows: a line of JSON in for each row, in windows, a line of JSON out for each, in order.
 */
@NullMarked
package dev.migrate.type.rows.talk;

import org.jspecify.annotations.NullMarked;
