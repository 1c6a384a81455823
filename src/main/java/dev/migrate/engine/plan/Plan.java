package dev.migrate.engine.plan;

import java.util.List;

/**
 * How a job's key spaces are cut.
 *
 * @param estimatedRows about how many rows the job will read
 */
public record Plan(List<PlannedPartition> partitions, long estimatedRows) {

    public Plan {
        partitions = List.copyOf(partitions);
    }
}
