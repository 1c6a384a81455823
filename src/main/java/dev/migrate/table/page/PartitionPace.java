package dev.migrate.table.page;

import java.time.Duration;

/**
 * How long the rows of one partition take. What its pages have in common with those of others is a guess, until the first one
 * is done: so that one is small, and no later one is so large that it would take long at the pace of the one before. Used by
 * one thread.
 */
final class PartitionPace {

    private static final Duration LONG_PAGE = PageSize.AIM.multipliedBy(4);
    static final int SHARE_OF_FIRST_PAGE = 8;

    private double nanosARow = Double.NaN;

    /** The most rows that the next page should have, where others of the run have so many. */
    int most(int usual) {
        return isKnown()
                ? (int) Math.min(Integer.MAX_VALUE, rowsIn(LONG_PAGE))
                : (usual + SHARE_OF_FIRST_PAGE - 1) / SHARE_OF_FIRST_PAGE;
    }

    /** Takes in how long a page took. */
    void learn(long rows, Duration took) {
        if (rows > 0) {
            nanosARow = Math.max(1, (double) took.toNanos() / rows);
        }
    }

    /** How many rows are done in that time; one at least. To be asked when it is known. */
    long rowsIn(Duration time) {
        return (long) Math.max(1, time.toNanos() / nanosARow);
    }

    boolean isKnown() {
        return !Double.isNaN(nanosARow);
    }

    /** How long so many rows would take; nothing, as long as that is not known. */
    Duration of(long rows) {
        return isKnown() ? Duration.ofNanos((long) (rows * nanosARow)) : Duration.ZERO;
    }
}
