package dev.migrate.monitor.partition;

import dev.migrate.job.Partition;
import org.jspecify.annotations.Nullable;

/**
 * A partition and how it gets on.
 *
 * @param state {@code waiting}, {@code claimed}, {@code done} or {@code failed}
 * @param splitFrom the number of the partition that it was split off; null: it was planned
 * @param output the machine and the file on it to which the last attempt printed; null where there is none
 * @param reason why it failed, or why the last attempt came to nothing
 * @param pages how long its pages took
 * @param holder who works on it; null: nobody
 */
public record PartitionState(
        Partition partition,
        String state,
        @Nullable Integer splitFrom,
        int attempts,
        long rows,
        long findings,
        @Nullable String output,
        @Nullable String reason,
        PageTimes pages,
        @Nullable Holder holder) {

    /**
     * How long the pages of a partition took, without the time that they waited for something; by the workers' clocks.
     *
     * @param slowestMillis of one page
     */
    public record PageTimes(long pages, long millis, long slowestMillis) {

        public static final PageTimes NONE = new PageTimes(0, 0, 0);
    }

    /**
     * A worker with the partition in hand.
     *
     * @param seconds since it claimed it, by the server's clock
     * @param secondsOfPage since its last page was counted, or it claimed the partition, if that was later
     */
    public record Holder(
            String host,
            long pid,
            @Nullable Double seconds,
            @Nullable Double secondsOfPage) {}
}
