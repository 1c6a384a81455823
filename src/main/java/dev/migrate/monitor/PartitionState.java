package dev.migrate.monitor;

import dev.migrate.job.Partition;
import org.jspecify.annotations.Nullable;

/**
 * A partition and how it gets on.
 *
 * @param state {@code waiting}, {@code claimed}, {@code done} or {@code failed}
 * @param output the machine and the file on it to which the last attempt printed; null where there is none
 * @param reason why it failed, or why the last attempt came to nothing
 */
public record PartitionState(
        Partition partition,
        String state,
        int attempts,
        long rows,
        long findings,
        @Nullable String output,
        @Nullable String reason) {}
