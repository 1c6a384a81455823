package dev.migrate.job.throttle;

/** How many rows may be done in a second, over all workers. */
public record RowsPerSecond(long rows) implements Comparable<RowsPerSecond> {

    private static final String KEY = "rows-per-second";

    public RowsPerSecond {
        if (rows < 1) {
            throw new IllegalArgumentException(
                    "\"%s\" must be 1 or more, not %d; pause the run to stand still".formatted(KEY, rows));
        }
    }

    public static RowsPerSecond of(String text) {
        return new RowsPerSecond(WholeNumber.of(KEY, text));
    }

    @Override
    public int compareTo(RowsPerSecond other) {
        return Long.compare(rows, other.rows);
    }

    @Override
    public String toString() {
        return Long.toString(rows);
    }
}
