package dev.migrate.table.page;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/**
 * How many rows a page should have, so that it takes about half a second. Shared by the threads that work on a job, all of
 * which teach it; thread-safe. What it has learnt is lost in a crash, and soon learnt again.
 */
public final class PageSize {

    private static final int MOST = 200_000;
    static final Duration AIM = Duration.ofMillis(500);

    private final AtomicInteger rows;
    private final AtomicReference<DenseIds> ids;
    private final boolean adaptive;
    private final boolean steady;
    private final IntSupplier most;

    private PageSize(
            AtomicInteger rows, AtomicReference<DenseIds> ids, boolean adaptive, boolean steady, IntSupplier most) {
        this.rows = rows;
        this.ids = ids;
        this.adaptive = adaptive;
        this.steady = steady;
        this.most = most;
    }

    /** A size that is learnt from the pages; {@code first} is that of the first one. */
    public static PageSize adaptive(int first) {
        return of(first, true, false);
    }

    /** Likewise, where rows take about as long in all parts of a table: the first page of a partition is as large as others. */
    public static PageSize steady(int first) {
        return of(first, true, true);
    }

    /** A size that learns nothing. */
    public static PageSize fixed(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("a page needs a row, not " + rows);
        }
        return of(rows, false, true);
    }

    private static PageSize of(int rows, boolean adaptive, boolean steady) {
        AtomicReference<DenseIds> ids = new AtomicReference<>(DenseIds.FULL);
        return new PageSize(new AtomicInteger(rows), ids, adaptive, steady, () -> Integer.MAX_VALUE);
    }

    /** The same size, taught by the same pages, but never more than a number that may change. */
    public PageSize atMost(IntSupplier limit) {
        return new PageSize(rows, ids, adaptive, steady, () -> Math.min(most.getAsInt(), limit.getAsInt()));
    }

    /** The same size, as long as it learns from what others do, at the pace of one partition. */
    PageSize at(PartitionPace pace) {
        return adaptive ? atMost(() -> pace.isKnown() || !steady ? pace.most(rows.get()) : Integer.MAX_VALUE) : this;
    }

    boolean isAdaptive() {
        return adaptive;
    }

    /** How densely integer ids lay where the last page was done: a guess for where the next range begins. */
    DenseIds ids() {
        return Objects.requireNonNull(ids.get());
    }

    /** Takes in how densely the ids of a page lay. */
    void learn(DenseIds page) {
        ids.set(page);
    }

    /** The size as it stands. */
    public int rows() {
        return Math.max(1, Math.min(rows.get(), most.getAsInt()));
    }

    /**
     * Takes in how long a page took. It moves half-way to what would have suited that page; a page that was not at least
     * half full says nothing about larger ones, and one that was meant to have few rows for a reason of its own says nothing.
     *
     * @param asked how many rows the page was meant to have
     * @param had how many it had
     */
    public void learn(long asked, long had, Duration took) {
        if (adaptive && asked * PartitionPace.SHARE_OF_FIRST_PAGE >= rows.get()) {
            learnFrom(asked, had, took);
        }
    }

    private void learnFrom(long asked, long had, Duration took) {
        double factor = Math.max(0.5, Math.min(2, (double) AIM.toNanos() / Math.max(1, took.toNanos())));
        if (factor < 1 || had * 2 >= asked) {
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
