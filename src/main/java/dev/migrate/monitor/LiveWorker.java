package dev.migrate.monitor;

/**
 * A process that is alive and holds claims.
 *
 * @param partitions how many it works on, each with a thread of its own
 */
public record LiveWorker(String host, long pid, int partitions) {}
