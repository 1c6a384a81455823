package dev.migrate.monitor.partition;

/**
 * One of the partitions that took the longest.
 *
 * @param seconds so long so far: its pages, and of one that is in hand also the page that is, unless something holds it
 * @param slow whether it is still in hand and has taken far longer than those that are done: three times the mean, and at least
 *     ten seconds
 */
public record SlowPartition(PartitionState state, double seconds, boolean slow) {}
