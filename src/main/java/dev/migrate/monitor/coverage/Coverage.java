package dev.migrate.monitor.coverage;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job instance has covered so far.
 *
 * @param keys of each database that has partitions; none for a run of single rows, or without a table
 * @param begun when the instance was begun; null if it was not noted
 * @param ended when its last execution ended; null if none has
 */
public record Coverage(
        List<CoveredKeys> keys,
        List<KnownDatabase> databases,
        @Nullable OffsetDateTime begun,
        @Nullable OffsetDateTime ended) {

    public Coverage {
        keys = List.copyOf(keys);
        databases = List.copyOf(databases);
    }

    /** Whether every key of every database was covered; false where there are no ranges. */
    public boolean isTiled() {
        return !keys.isEmpty() && keys.stream().allMatch(CoveredKeys::tiled);
    }
}
