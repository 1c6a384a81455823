/**
 * What has not been read of a partition is split off it when threads have nothing to do: the owner cuts it, between two pages.
 */
@NullMarked
package dev.migrate.engine.split;

import org.jspecify.annotations.NullMarked;
