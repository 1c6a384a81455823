package dev.migrate.type.compare.page;

/**
 * How many differences the next page is expected to have: about as many as the last one had. By this it is chosen what the
 * page is asked first. Shared by the threads that work on a job; thread-safe.
 */
public final class Expectation {

    /** What a page may have. */
    enum Differences {
        /** It is summed whole: the cheapest question, and all that is needed where the answers are the same. */
        NONE,
        /** It is summed in buckets, which costs half as much again, but less than doing both. */
        FEW,
        /** Its rows' hashes are read at once: most buckets would have to be read anyway. */
        MANY
    }

    private volatile Differences next = Differences.NONE;

    Differences next() {
        return next;
    }

    /**
     * Takes in what a page had.
     *
     * @param differing buckets, or rows if fewer, that differ
     * @param buckets that it had, or could have had
     */
    void learn(long differing, long buckets) {
        if (differing == 0) {
            next = Differences.NONE;
        } else {
            next = differing * 2 > buckets ? Differences.MANY : Differences.FEW;
        }
    }
}
