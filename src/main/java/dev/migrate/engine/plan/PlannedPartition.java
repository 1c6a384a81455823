package dev.migrate.engine.plan;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import org.jspecify.annotations.Nullable;

/**
 * A partition as it is first cut; numbers begin at 1.
 *
 * @param database null if the job has no table
 * @param order what the order in which it was cut depends on; null if it does not matter
 */
public record PlannedPartition(
        int number,
        @Nullable DatabaseName database,
        KeyRange range,
        @Nullable String order) {}
