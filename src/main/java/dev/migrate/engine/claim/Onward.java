package dev.migrate.engine.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * From where on to look for a partition that waits: beyond the one that was claimed last. An index keeps the entries of those
 * that no longer wait for as long as any transaction of the server may see them, and to pass them all each time would cost more
 * with each claim. What was given back before that place is found within five seconds. Only a hint, so that threads may mix up
 * what they tell. Thread-safe.
 */
final class Onward {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Map<Long, Integer> last = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Instant begun = Instant.EPOCH;

    Onward(Clock clock) {
        this.clock = clock;
    }

    /** By instance, the number beyond which to look; of an instance that is not among them all numbers. */
    Map<Long, Integer> places() {
        if (begun.plus(LONGEST).isBefore(clock.instant())) {
            beginAgain();
        }
        return Map.copyOf(last);
    }

    void claimed(long instance, int number) {
        last.put(instance, number);
    }

    /** To be called when nothing was found beyond those places: something may wait before them. */
    void beginAgain() {
        last.clear();
        begun = clock.instant();
    }
}
