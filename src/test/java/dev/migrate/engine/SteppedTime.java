package dev.migrate.engine;

import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The real time; once a test says what happens in pauses, they pass at once, and the clock shows what they would have taken.
 * Thread-safe.
 */
public final class SteppedTime extends Clock {

    private final Clock real = Clock.system(ZoneId.systemDefault());
    private final AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
    private volatile Pause pause = new Wakeup();

    /** From now on no time is lost in pauses; this happens in each instead. */
    public void skipPauses(Pause meanwhile) {
        pause = atMost -> {
            pass(atMost);
            meanwhile.sleep(atMost);
        };
    }

    /** So much time passes at once. */
    public void pass(Duration time) {
        slept.accumulateAndGet(time, Duration::plus);
    }

    void pause(Duration atMost) throws InterruptedException {
        pause.sleep(atMost);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(slept.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), slept.get());
    }
}
