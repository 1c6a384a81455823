package dev.migrate.monitor.worker;

import dev.migrate.job.Partition;
import org.jspecify.annotations.Nullable;

/**
 * A partition that a worker has in hand.
 *
 * @param seconds since it was claimed, by the server's clock; null if that was not noted
 * @param rows that were read of it since then
 */
public record Held(Partition partition, @Nullable Double seconds, long rows) {

    /** Since it was claimed; 0 where that is not known. */
    public long rowsPerSecond() {
        return seconds == null || seconds <= 0 ? 0 : Math.round(rows / seconds);
    }
}
