package dev.migrate.monitor.history;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of an instance did.
 *
 * @param started by the clock of the machine that managed it; null if it never got so far
 * @param attempts at partitions, each with a StepExecution of its own
 * @param resumed attempts that began where an earlier one had stopped
 * @param rows that these attempts read
 * @param reason why it ended before its time; empty if it did not
 */
public record ExecutionRecord(
        long execution,
        String status,
        @Nullable LocalDateTime started,
        @Nullable Double seconds,
        long attempts,
        long resumed,
        long rows,
        String reason) {}
