package dev.migrate.type.rows.page;

/**
 * How many rows to have in memory at once: as many as have 8 MB, were they all as large as the largest seen. It begins with a
 * few, for nothing is known of them, and grows step by step. Used by one thread.
 */
public final class BatchSize {

    private static final int FIRST = 4;
    private static final int GROWTH = 8;
    private static final int MOST = 5_000;
    private static final long BYTES = 8 << 20;

    private int rows = FIRST;
    private long largest;

    public BatchSize() {}

    /** The size of the next batch, by what was seen of the one before it. */
    int next() {
        if (largest > 0) {
            rows = (int) Math.max(1, Math.min(Math.min(MOST, (long) rows * GROWTH), BYTES / largest));
            largest = 0;
        }
        return rows;
    }

    /** Takes in how many bytes a row had. */
    void saw(long bytes) {
        largest = Math.max(largest, Math.max(1, bytes));
    }
}
