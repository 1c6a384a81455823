/** Scripts that make a target agree with its source, for psql. */
@NullMarked
package dev.migrate.type.compare.repair.script;

import org.jspecify.annotations.NullMarked;
