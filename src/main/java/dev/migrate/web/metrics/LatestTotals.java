package dev.migrate.web.metrics;

import dev.migrate.monitor.total.JobTotals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The totals of the runs that go on, read at most once a second and by one at a time, whoever asks. Nobody waits long for a
 * repository that is away. Thread-safe.
 */
public final class LatestTotals {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Supplier<List<JobTotals>> totals;
    private final Executor threads;
    private final Clock clock;
    private @Nullable CompletableFuture<List<JobTotals>> reading;
    private Instant begun = Instant.MIN;

    public LatestTotals(Supplier<List<JobTotals>> totals, Executor threads, Clock clock) {
        this.totals = totals;
        this.threads = threads;
        this.clock = clock;
    }

    /** @throws Unreachable if the repository does not answer in time */
    List<JobTotals> get() throws Unreachable {
        try {
            return reading().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(e);
        }
    }

    private synchronized CompletableFuture<List<JobTotals>> reading() {
        Instant now = clock.instant();
        CompletableFuture<List<JobTotals>> last = reading;
        if (last == null || (last.isDone() && begun.isBefore(now.minus(FRESH)))) {
            last = CompletableFuture.supplyAsync(totals, threads);
            reading = last;
            begun = now;
        }
        return last;
    }

    /** The repository does not answer. */
    static final class Unreachable extends Exception {

        Unreachable(Exception cause) {
            super("the repository does not answer", cause);
        }
    }
}
