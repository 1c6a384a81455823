/**
 * The job type compare: do two tables hold the same rows?
 */
@NullMarked
package dev.migrate.type.compare;

import org.jspecify.annotations.NullMarked;
