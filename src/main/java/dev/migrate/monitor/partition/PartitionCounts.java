package dev.migrate.monitor.partition;

/** How many partitions are in each state. */
public record PartitionCounts(long waiting, long claimed, long done, long failed) {

    public long total() {
        return waiting + claimed + done + failed;
    }
}
