package dev.migrate.monitor;

import dev.migrate.job.Ledger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a job instance is: one reading, from which every display takes its numbers. They are those of the instance, over
 * all its executions; only {@code status} is that of the execution asked for.
 *
 * @param definition hash of the job file
 * @param waitsFor why nothing goes on, in a sentence; null while something does
 * @param seconds that executions ran, one after another
 * @param estimatedRows null until the partitions are cut
 */
public record Progress(
        long execution,
        long instance,
        String job,
        Map<String, String> parameters,
        String definition,
        String status,
        ManagerState manager,
        @Nullable String waitsFor,
        Ledger rows,
        FindingCounts findings,
        PartitionCounts partitions,
        double seconds,
        @Nullable Long estimatedRows,
        List<LiveWorker> workers) {

    private static final int ALL = 100;

    public Progress {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        workers = List.copyOf(workers);
    }

    public boolean isComplete() {
        return status.equals("COMPLETED");
    }

    /** Whether Spring Batch's tables say that this execution goes on. */
    public boolean isRunning() {
        return status.startsWith("START") || status.equals("STOPPING");
    }

    /** The rows there are: counted when complete, else estimated; empty where the estimate is already surpassed. */
    public OptionalLong totalRows() {
        if (isComplete()) {
            return OptionalLong.of(rows.read());
        }
        return estimatedRows == null || estimatedRows <= rows.read()
                ? OptionalLong.empty()
                : OptionalLong.of(estimatedRows);
    }

    /** Hundredths done. Never guessed: empty without an estimate, at most 99 before the end. */
    public OptionalInt percent() {
        if (isComplete()) {
            return OptionalInt.of(ALL);
        }
        if (estimatedRows == null || estimatedRows <= 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.min(ALL - 1L, rows.read() * ALL / estimatedRows));
    }

    /** Rows still to be read, if there is an estimate that was not surpassed yet. */
    public OptionalLong remainingRows() {
        OptionalLong total = totalRows();
        return total.isPresent() ? OptionalLong.of(total.getAsLong() - rows.read()) : total;
    }

    /** Over the whole time that the instance ran. */
    public long rowsPerSecond() {
        return seconds > 0 ? Math.round(rows.read() / seconds) : 0;
    }

    /** Threads at work now, over all processes that are alive. */
    public int workersAtWork() {
        return workers.stream().mapToInt(LiveWorker::partitions).sum();
    }
}
