package dev.migrate.type.rows.program;

import dev.migrate.type.rows.talk.Conversation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The programs of a job that have nothing to do at the moment: they go from partition to partition, so that there are never
 * more than threads that work. What nobody has wanted for a while is ended. Thread-safe.
 */
final class ProgramPool implements AutoCloseable {

    /** Starts a program. */
    @FunctionalInterface
    interface Start {
        Conversation begin() throws IOException;
    }

    private record Idle(Conversation program, long since) {}

    private final Start start;
    private final Executor threads;
    private final Executor later;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private long time;
    private boolean clearing;

    /**
     * @param patience how long a program may have nothing to do; it ends after twice that at the latest
     * @param threads ends programs
     */
    ProgramPool(Start start, Duration patience, Executor threads) {
        this.start = start;
        this.threads = threads;
        this.later = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, threads);
    }

    /** A program that can be given rows; started if there is none. */
    Conversation take() throws IOException {
        for (Conversation program = poll(); program != null; program = poll()) {
            if (program.isReady()) {
                return program;
            }
            program.close();
        }
        return start.begin();
    }

    private synchronized @Nullable Conversation poll() {
        Idle last = idle.pollLast();
        return last == null ? null : last.program();
    }

    /** Takes a program back; one that cannot be given more rows is ended. */
    void giveBack(Conversation program) {
        if (program.isReady()) {
            keep(program);
        } else {
            program.close();
        }
    }

    private synchronized void keep(Conversation program) {
        idle.addLast(new Idle(program, time));
        if (!clearing) {
            clearing = true;
            later.execute(this::clear);
        }
    }

    /** Ends what was there the last time too. */
    private void clear() {
        unwanted().forEach(Conversation::close);
    }

    private synchronized List<Conversation> unwanted() {
        List<Conversation> unwanted = new ArrayList<>();
        while (!idle.isEmpty() && idle.getFirst().since() < time) {
            unwanted.add(idle.removeFirst().program());
        }
        time++;
        clearing = !idle.isEmpty();
        if (clearing) {
            later.execute(this::clear);
        }
        return unwanted;
    }

    /** Ends the programs that have nothing to do, all at the same time. */
    @Override
    public void close() {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (Conversation program = poll(); program != null; program = poll()) {
            ends.add(CompletableFuture.runAsync(program::close, threads));
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
    }
}
