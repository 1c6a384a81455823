package dev.migrate.cli.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What was told lately and need not be told again: a trouble may come and go. Used under one lock. */
final class Recently {

    private static final Duration LATELY = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Instant> told = new HashMap<>();

    Recently(Clock clock) {
        this.clock = clock;
    }

    /** Whether that was not told lately; from now on it was. */
    boolean isNews(String sentence) {
        Instant now = clock.instant();
        told.values().removeIf(at -> at.isBefore(now.minus(LATELY)));
        return told.putIfAbsent(sentence, now) == null;
    }
}
