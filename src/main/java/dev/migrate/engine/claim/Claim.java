package dev.migrate.engine.claim;

import dev.migrate.job.Partition;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * A worker's right to one partition, for one attempt at it.
 *
 * @param fence this claim's; every write about it demands that the partition still bears it
 * @param page how many pages of the partition were done when it was claimed
 * @param context of the attempt's StepExecution: bounds and position
 */
public record Claim(
        Partition partition,
        JobReference job,
        long stepExecution,
        String stepName,
        long fence,
        long page,
        ExecutionContext context) {

    /** The job that a claim is for, as the repository knows it. */
    public record JobReference(long instance, long execution, String name) {}
}
