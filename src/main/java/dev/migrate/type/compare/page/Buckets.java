package dev.migrate.type.compare.page;

import dev.migrate.job.Page;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.type.compare.hash.RowHash;
import java.util.Collection;

/** A page's rows in buckets of about a hundred: small enough to be read again, large enough to be few. */
sealed interface Buckets permits IdBuckets, HashBuckets {

    int ROWS = 100;

    /** Ids of which fewer than one in so many exist may lie in clusters: a bucket by id could be the whole page. */
    int DENSE = 16;

    /** SQL of the number of a row's bucket. */
    BoundSql number();

    /** Count and sum of the row hashes of each bucket: {@code bucket, rows, sum}; a bucket without rows may be left out. */
    BoundSql sums(PageSql sql);

    /** The (key, hash) pairs of the rows in some of the buckets. */
    BoundSql pairs(PageSql sql, Collection<Long> numbers);

    /**
     * Those of a page.
     *
     * @param plain whether both sides are tables with an index that serves the order of the keys: looking a bucket up costs
     *     little then, where a view might be made anew for each
     */
    static Buckets of(Page page, RowHash hash, boolean plain) {
        long wanted = Math.max(1, page.expectedRows() / ROWS);
        KeyRange range = page.range();
        if (hash.integerKey() && range.lower() != null && range.upper() != null) {
            long lower = range.lower().asLong();
            long upper = range.upper().asLong();
            long span = upper - lower;
            // The span of ids at both ends of bigint does not fit and comes out negative.
            if (upper > lower && span > 0 && span / DENSE <= page.expectedRows()) {
                return new IdBuckets(lower, upper, (span - 1) / wanted + 1, hash, plain);
            }
        }
        return new HashBuckets(range, wanted, hash);
    }
}
