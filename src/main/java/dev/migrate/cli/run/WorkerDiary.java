package dev.migrate.cli.run;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.Words;
import dev.migrate.engine.accept.WorkerNews;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Says on stderr what a worker does, a line for each change. Thread-safe. */
final class WorkerDiary implements WorkerNews {

    private final Console console;
    private final int threads;
    private final boolean quiet;
    private final AtomicLong partitions = new AtomicLong();
    private final AtomicBoolean away = new AtomicBoolean();

    /** @param quiet whether to tell only of trouble */
    WorkerDiary(Console console, int threads, boolean quiet) {
        this.console = console;
        this.threads = threads;
        this.quiet = quiet;
    }

    @Override
    public void joined(int worker) {
        away.set(false);
        tell("Worker " + worker + " has joined with " + Words.count(threads, "thread") + ".");
    }

    @Override
    public void accepted(String job, long execution) {
        tell("Works for execution " + execution + " of " + job + ".");
    }

    @Override
    public void declined(String job, long execution, String reason) {
        console.err().println("Does not work for execution " + execution + " of " + job + ": " + reason + ".");
    }

    @Override
    public void held(String what, String reason) {
        tell("Held back by " + what + ": " + reason + ".");
    }

    @Override
    public void letGo(String what) {
        tell("No longer held back by " + what + ".");
    }

    @Override
    public void lost(String reason) {
        if (!away.getAndSet(true)) {
            console.err().println("Tries to join again: " + reason + ".");
        }
    }

    @Override
    public void left(String job, int partition) {
        partitions.incrementAndGet();
    }

    /** The worker has left. */
    void left() {
        tell("Left, after " + Words.count(partitions.get(), "partition") + ".");
    }

    private void tell(String line) {
        if (!quiet) {
            console.err().println(line);
        }
    }
}
