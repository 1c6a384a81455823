/**
 * Holds what a definition says of a table against its database, and tells each mistake at its place in the definition.
 */
@NullMarked
package dev.migrate.table.check;

import org.jspecify.annotations.NullMarked;
