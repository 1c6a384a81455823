/**
 * A PostgreSQL server of one's own: brought along, kept in {@code .migrate/}, shared by all processes of a config directory.
 */
@NullMarked
package dev.migrate.database.embedded;

import org.jspecify.annotations.NullMarked;
