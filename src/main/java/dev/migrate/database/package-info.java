/**
 * Named databases and their pools, the repository and its schema, the embedded PostgreSQL, SQL errors.
 */
@NullMarked
package dev.migrate.database;

import org.jspecify.annotations.NullMarked;
