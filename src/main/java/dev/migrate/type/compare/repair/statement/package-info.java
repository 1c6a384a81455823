/** The SQL by which a target is made to agree with its source. */
@NullMarked
package dev.migrate.type.compare.repair.statement;

import org.jspecify.annotations.NullMarked;
