package dev.migrate.job;

import java.time.Duration;

/** The one way to wait. */
@FunctionalInterface
public interface Pause {

    /** Waits, at most that long. Returns early when there is a reason to look again. */
    void sleep(Duration atMost) throws InterruptedException;
}
