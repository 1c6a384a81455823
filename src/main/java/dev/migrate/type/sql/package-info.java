/**
 * The job type sql: one statement, page by page.
 */
@NullMarked
package dev.migrate.type.sql;

import org.jspecify.annotations.NullMarked;
