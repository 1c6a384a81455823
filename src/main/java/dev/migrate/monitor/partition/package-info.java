/**
 * Partitions: how each gets on, the slow and the failed ones, and the map of all of them.
 */
@NullMarked
package dev.migrate.monitor.partition;

import org.jspecify.annotations.NullMarked;
