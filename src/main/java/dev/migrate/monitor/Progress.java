package dev.migrate.monitor;

import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.SideRows;
import dev.migrate.monitor.pace.Pace;
import dev.migrate.monitor.partition.PartitionCounts;
import dev.migrate.monitor.worker.Brake;
import dev.migrate.monitor.worker.LiveWorker;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a job instance is: one reading, from which every display takes its numbers. They are those of the instance, over
 * all its executions; only {@code status} is that of the execution asked for.
 *
 * @param retryOf the last execution of the run whose rows that were set aside this one does again; null: it does all rows
 * @param definition hash of the job file
 * @param status Spring Batch's, or {@code PAUSED} while the run goes on and is held by hand
 * @param stopping whether the run goes on and was asked to stop
 * @param waitsFor why nothing goes on, in a sentence; null while something does
 * @param ofRows whether the job has a table: one without has nothing but its partitions to be measured by
 * @param sides the rows counted so far on each of two sides; null if the job has one, nothing was counted yet, or pages were
 *     done by a release that did not count them
 * @param storedFindings those that can be listed; the others were only counted
 * @param seconds that executions ran, one after another
 * @param estimatedRows null until the partitions are cut
 * @param workers those that hold partitions, and while it goes on also those that could
 * @param brakes that hold workers back now
 */
public record Progress(
        long execution,
        long instance,
        String job,
        Map<String, String> parameters,
        @Nullable Long retryOf,
        String definition,
        String status,
        boolean stopping,
        ManagerState manager,
        @Nullable String waitsFor,
        boolean ofRows,
        Ledger rows,
        @Nullable SideRows sides,
        FindingCounts findings,
        long storedFindings,
        PartitionCounts partitions,
        double seconds,
        @Nullable Long estimatedRows,
        List<LiveWorker> workers,
        List<Brake> brakes,
        Pace pace) {

    /** The status of a run that goes on and is held by hand. */
    public static final String PAUSED = "PAUSED";

    private static final int ALL = 100;

    public Progress {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        workers = List.copyOf(workers);
        brakes = List.copyOf(brakes);
    }

    public boolean isComplete() {
        return status.equals("COMPLETED");
    }

    /** Whether Spring Batch's tables say that this execution goes on, be it held or not. */
    public boolean isRunning() {
        return status.startsWith("START") || status.equals("STOPPING") || isPaused();
    }

    public boolean isPaused() {
        return status.equals(PAUSED);
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
        long all = ofRows ? estimate() : partitions.total();
        return all <= 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(ALL - 1L, done() * ALL / all));
    }

    private long estimate() {
        return estimatedRows == null ? 0 : estimatedRows;
    }

    /** What is done, in what the run is measured by: the rows read, or else the partitions. */
    public long done() {
        return ofRows ? rows.read() : partitions.done();
    }

    /** What is still to be done, in the same; of rows, if there is an estimate that was not surpassed yet. */
    public OptionalLong remaining() {
        if (!ofRows) {
            return OptionalLong.of(partitions.waiting() + partitions.claimed());
        }
        OptionalLong total = totalRows();
        return total.isPresent() ? OptionalLong.of(total.getAsLong() - rows.read()) : total;
    }

    /** Over the whole time that the instance ran. */
    public long rowsPerSecond() {
        return seconds > 0 ? Math.round(rows.read() / seconds) : 0;
    }

    /** What holds it, if it goes on and something does: {@code paused}, {@code stopping}, or {@code held: } and why. */
    public Optional<String> hold() {
        if (isPaused()) {
            return Optional.of("paused");
        }
        return stopping ? Optional.of("stopping") : brakes.stream().findFirst().map(brake -> "held: " + brake.reason());
    }

    /** Threads at work now, over all processes that are alive. */
    public int workersAtWork() {
        return workers.stream().mapToInt(LiveWorker::partitions).sum();
    }

    /** The same reading with what is known of the pace. */
    Progress at(Pace measured) {
        return new Progress(
                execution,
                instance,
                job,
                parameters,
                retryOf,
                definition,
                status,
                stopping,
                manager,
                waitsFor,
                ofRows,
                rows,
                sides,
                findings,
                storedFindings,
                partitions,
                seconds,
                estimatedRows,
                workers,
                brakes,
                measured);
    }
}
