package dev.migrate.chaos.watch;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Tells what happens, a line each with the seconds since the start, or since it was last restarted. Thread-safe. */
public final class Journal {

    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private long start;

    public Journal(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /**
     * Tells one thing.
     *
     * @param what one word, for people who search
     */
    public synchronized void tell(String what, String text) {
        out.printf("%9.3f  %-10s %s%n", (nanoTime.getAsLong() - start) / NANOS, what, text);
        out.flush();
    }

    /** Counts seconds from now on. */
    public synchronized void restart() {
        start = nanoTime.getAsLong();
    }

    /** Prints a line as it is. */
    public synchronized void print(String line) {
        out.println(line);
        out.flush();
    }
}
