package dev.migrate.engine.run;

import dev.migrate.job.Pause;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A pause that can be cut short from any thread. A call while nobody waits is remembered once. */
public final class Wakeup implements Pause {

    private final Semaphore calls = new Semaphore(0);

    /** Ends the pause now going on, or the next one. */
    public void wake() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    @Override
    public void sleep(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
