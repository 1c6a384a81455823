/**
 * Finds the class of a handler: on the class path, in a jar beside the job, or compiled from a source file.
 */
@NullMarked
package dev.migrate.type.rows.load;

import org.jspecify.annotations.NullMarked;
