package dev.migrate.chaos.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that everything here is done on, so that nothing needs a lock; what takes its time is done beside it. What
 * goes wrong in a task ends it.
 */
public final class Loop implements AutoCloseable {

    /** Something to do that may go wrong. */
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }

    private static final long PATIENCE_SECONDS = 120;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService beside = Executors.newCachedThreadPool();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    public void after(Duration delay, Task task) {
        if (!end.isDone()) {
            Future<?> unused = thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    public void every(Duration interval, Task task) {
        Future<?> unused = thread.scheduleWithFixedDelay(() -> run(task), 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Does something that takes its time, and then something on the loop's thread. */
    public void beside(Task work, Task then) {
        beside.execute(() -> {
            run(work);
            after(Duration.ZERO, then);
        });
    }

    private void run(Task task) {
        if (end.isDone()) {
            return;
        }
        try {
            task.run();
        } catch (Exception | Error e) {
            end.completeExceptionally(e);
        }
    }

    /** Lets it end: no task is begun any more. */
    public void end() {
        end.complete(null);
    }

    /** Waits for the end; throws what went wrong. */
    public void await() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the harness itself failed", e.getCause());
        }
    }

    /** Waits for what is being done beside it. */
    @Override
    public void close() {
        end();
        thread.shutdownNow();
        beside.shutdown();
        try {
            if (!beside.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("what is done beside the loop has not ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
