/**
 * Makes sure, at the end of a run, that its partitions were all there is.
 */
@NullMarked
package dev.migrate.engine.proof;

import org.jspecify.annotations.NullMarked;
