package dev.migrate.type.rows.page;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of a row that fails.
 *
 * @param retry how often it is tried again
 * @param skip how many rows of the whole run may be set aside after that
 */
public record OnError(
        @DefaultValue("0") int retry, @DefaultValue("0") int skip) {

    private static final int MOST_RETRIES = 1_000;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 6;

    public OnError {
        if (retry < 0 || retry > MOST_RETRIES) {
            throw new IllegalArgumentException("\"retry\" must be from 0 to %d, not %d".formatted(MOST_RETRIES, retry));
        }
        if (skip < 0) {
            throw new IllegalArgumentException("\"skip\" must not be negative; 0 sets no row aside");
        }
    }

    /** Whether a row that has failed so many times is to be tried again. */
    public boolean triesAgainAfter(int attempts) {
        return attempts <= retry;
    }

    /** How long to wait after so many attempts have failed. */
    public Duration pauseAfter(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
