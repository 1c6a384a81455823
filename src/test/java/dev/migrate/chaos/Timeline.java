package dev.migrate.chaos;

import java.time.Duration;
import java.util.function.LongSupplier;

/** For how long faults are done, and how long the rest may take. Not thread-safe. */
final class Timeline {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Duration time;
    private final LongSupplier nanoTime;
    private long start;
    private boolean begun;

    Timeline(Duration time, LongSupplier nanoTime) {
        this.time = time;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** The time for faults begins now. */
    void begin() {
        begun = true;
        start = nanoTime.getAsLong();
    }

    boolean hasBegun() {
        return begun;
    }

    boolean isTimeLeft() {
        return !begun || passed().compareTo(time) < 0;
    }

    /** Whether what is not over by now will never be. */
    boolean isPatienceLost() {
        return passed().compareTo(begun ? time.plus(PATIENCE) : PATIENCE) > 0;
    }

    private Duration passed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
