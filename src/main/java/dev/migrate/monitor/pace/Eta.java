package dev.migrate.monitor.pace;

import java.time.Duration;

/**
 * When a run will end, as a band: how long it still takes if it gets on as in the faster half of the time lately, and as in
 * the slower half.
 */
public record Eta(Duration from, Duration to) {

    public Eta {
        if (from.isNegative() || to.compareTo(from) < 0) {
            throw new IllegalArgumentException("no time can be left from " + from + " to " + to);
        }
    }
}
