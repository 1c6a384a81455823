package dev.migrate.monitor.pace;

import java.time.OffsetDateTime;

/**
 * A point of a run's course.
 *
 * @param at by the server's clock
 * @param rows that were read until then
 * @param partitions that were done until then
 * @param rowsPerSecond since the point before; 0 at the first one
 */
public record ThroughputPoint(OffsetDateTime at, long rows, long partitions, long rowsPerSecond) {}
