/**
 * The worker step: does the pages of a claimed partition, one after the other.
 */
@NullMarked
package dev.migrate.engine.step;

import org.jspecify.annotations.NullMarked;
