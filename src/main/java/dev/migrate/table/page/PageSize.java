package dev.migrate.table.page;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * How many rows a page should have, so that it takes about half a second. Shared by the threads that work on a job, all of
 * which teach it; thread-safe. What it has learnt is lost in a crash, and soon learnt again.
 */
public final class PageSize {

    private static final int MOST = 200_000;
    private static final Duration AIM = Duration.ofMillis(500);

    private final AtomicInteger rows;
    private final boolean adaptive;
    private final IntSupplier most;

    private PageSize(AtomicInteger rows, boolean adaptive, IntSupplier most) {
        this.rows = rows;
        this.adaptive = adaptive;
        this.most = most;
    }

    /** A size that is learnt from the pages; {@code first} is that of the first one. */
    public static PageSize adaptive(int first) {
        return new PageSize(new AtomicInteger(first), true, () -> Integer.MAX_VALUE);
    }

    /** A size that learns nothing. */
    public static PageSize fixed(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a page needs a row, not " + rows);
        }
        return new PageSize(new AtomicInteger(rows), false, () -> Integer.MAX_VALUE);
    }

    /** The same size, taught by the same pages, but never more than a number that may change. */
    public PageSize atMost(IntSupplier limit) {
        return new PageSize(rows, adaptive, limit);
    }

    boolean isAdaptive() {
        return adaptive;
    }

    /** The size as it stands. */
    public int rows() {
        return Math.max(1, Math.min(rows.get(), most.getAsInt()));
    }

    /**
     * Takes in how long a page took. It moves half-way to what would have suited that page; a page that was not at least
     * half full says nothing about larger ones.
     *
     * @param asked how many rows the page was meant to have
     * @param had how many it had
     */
    public void learn(long asked, long had, Duration took) {
        double factor = Math.max(0.5, Math.min(2, (double) AIM.toNanos() / Math.max(1, took.toNanos())));
        if (adaptive && (factor < 1 || had * 2 >= asked)) {
            rows.updateAndGet(current -> next(current, asked * factor, factor));
        }
    }

    private static int next(int current, double target, double factor) {
        double halfWay = (current + target) / 2;
        // Nor does a fast page that was meant to be small make others smaller, or a slow one that was large, larger.
        double next = factor < 1 ? Math.min(current, halfWay) : Math.max(current, Math.ceil(halfWay));
        return (int) Math.max(1, Math.min(MOST, next));
    }
}
