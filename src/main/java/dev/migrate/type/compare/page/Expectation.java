package dev.migrate.type.compare.page;

/**
 * Whether the next page is expected to differ, as the last one did: then it is summed in buckets at once, which costs half as
 * much again as summing it whole, but less than doing both. Shared by the threads that work on a job; thread-safe.
 */
public final class Expectation {

    private volatile boolean differences;

    boolean ofDifferences() {
        return differences;
    }

    void learn(boolean differed) {
        differences = differed;
    }
}
