package dev.migrate.monitor.pace;

/**
 * How much was done a while ago.
 *
 * @param secondsAgo by the server's clock
 * @param done rows, or partitions where the job has no table
 */
public record PastReading(double secondsAgo, long done) {}
