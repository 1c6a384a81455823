/**
 * The SQL in a definition: parameters of the job, pages, and what else must be told apart in it. Understands tokens, not
 * SQL: what it lets pass the server judges.
 */
@NullMarked
package dev.migrate.definition.sql;

import org.jspecify.annotations.NullMarked;
