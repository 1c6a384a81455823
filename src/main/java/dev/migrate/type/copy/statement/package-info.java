/**
 * The SQL that a copy runs.
 */
@NullMarked
package dev.migrate.type.copy.statement;

import org.jspecify.annotations.NullMarked;
