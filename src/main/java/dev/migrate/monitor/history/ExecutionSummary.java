package dev.migrate.monitor.history;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An execution in a list of them. The numbers are those of its job instance so far, over all executions.
 *
 * @param status Spring Batch's, or {@code PAUSED} while it goes on and is held by hand
 * @param started by the clock of the machine that managed it; null if it never got so far
 * @param rows that were read
 * @param failedRows that were set aside
 * @param retryOf the last execution of the run whose rows that were set aside this one does again, if so
 */
public record ExecutionSummary(
        long execution,
        String job,
        Map<String, String> parameters,
        String status,
        @Nullable LocalDateTime started,
        @Nullable Double seconds,
        long rows,
        long findings,
        long failedRows,
        @Nullable Long retryOf) {

    public ExecutionSummary {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
