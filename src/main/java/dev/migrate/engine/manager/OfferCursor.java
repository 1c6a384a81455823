package dev.migrate.engine.manager;

import dev.migrate.engine.instance.Partitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far the offers have come in a round through the waiting partitions. When a round is over, what still waits is offered
 * again after five seconds: requests get lost, and partitions are given back. Used by one thread.
 */
final class OfferCursor {

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final Clock clock;
    private int position;
    private Instant roundBegan;

    OfferCursor(Clock clock) {
        this.clock = clock;
        this.roundBegan = clock.instant();
    }

    /** The number beyond which to look for partitions. */
    int position() {
        return position;
    }

    /** Notes what was offered when so many were asked for. */
    void moved(List<Partitions.Offer> offers, int room) {
        if (!offers.isEmpty()) {
            position = offers.get(offers.size() - 1).number();
        }
        if (offers.size() < room && clock.instant().isAfter(roundBegan.plus(AGAIN_AFTER))) {
            beginAgain();
        }
    }

    /** Begins a new round at once: there is something new behind the position. */
    void beginAgain() {
        position = 0;
        roundBegan = clock.instant();
    }
}
