package dev.migrate.type.compare.row;

import java.time.Duration;

/**
 * How often, and after how long, rows that differ are looked at again before they are reported: those of tables that are
 * written to differ while a change is on its way. A change may be on its way for {@code attempts} times {@code delay}.
 *
 * @param attempts 0: rows are reported as they were first seen
 */
public record Recheck(int attempts, Duration delay) {

    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_ROUNDS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public static final Recheck NONE = new Recheck(0, Duration.ZERO);

    public Recheck {
        if (attempts < 0 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "\"attempts\" must be from 0 to %d, not %d".formatted(MOST_ATTEMPTS, attempts));
        }
        if (delay.isNegative() || delay.multipliedBy(attempts).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "\"delay\" must be from 0 to 5m, all attempts together: a page in hand waits for them, and a stop for the page");
        }
    }

    /** Whether a row has been seen with the same values for as long as a change may be on its way. */
    boolean isAtRest(Suspect row, int look) {
        return look - row.since() >= attempts;
    }

    /** Whether a row that keeps changing must be given up: it was looked at three times as often as asked. */
    boolean isTooMuch(int look) {
        return look >= MOST_ROUNDS * attempts;
    }

    /** Why a row was given up. */
    String movesOn() {
        return "differs, but kept changing for " + words(delay.multipliedBy((long) MOST_ROUNDS * attempts))
                + ", so that nobody can tell whether it was only on its way";
    }

    /** What is done, in words. */
    @Override
    public String toString() {
        return "rows that differ are looked at again %d times, after %s each, before they are reported"
                .formatted(attempts, words(delay));
    }

    private static String words(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
