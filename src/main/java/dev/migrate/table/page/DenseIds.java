package dev.migrate.table.page;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.util.Optional;

/**
 * What a page told of integer ids: where at least every second one is taken, the next page's end can be computed.
 *
 * @param rows that the page had
 * @param ids that it spanned
 */
record DenseIds(long rows, long ids) {

    /** Every id is taken: a unique key cannot have more rows than this promises. */
    static final DenseIds FULL = new DenseIds(1, 1);

    /** Nothing can be told: not dense. */
    static final DenseIds UNKNOWN = new DenseIds(0, Long.MAX_VALUE);

    static DenseIds of(KeyRange page, long rows) {
        return new DenseIds(rows, width(page));
    }

    boolean areDense() {
        return rows > 0 && rows >= ids - rows;
    }

    /** The end of a page of about so many rows at the beginning of a range; empty if it has to be looked up. */
    Optional<PageEnd> end(KeyRange rest, long wanted) {
        long width = width(rest);
        long step = areDense() ? Math.max(1, wanted * ids / rows) : wanted;
        if (rest.lower() == null || rest.upper() == null || (width > step && !areDense())) {
            return Optional.empty();
        }
        return Optional.of(
                width <= step
                        ? new PageEnd(rest.upper(), Math.min(width, wanted))
                        : new PageEnd(KeyValue.of(rest.lower().asLong() + step), wanted));
    }

    /** How many ids a range spans; the most there can be, if they cannot be counted. */
    private static long width(KeyRange range) {
        if (range.lower() == null || range.upper() == null) {
            return Long.MAX_VALUE;
        }
        long width = range.upper().asLong() - range.lower().asLong();
        return width < 0 ? Long.MAX_VALUE : width;
    }
}
