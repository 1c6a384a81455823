package dev.migrate.type.compare.page;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.type.compare.hash.RowHash;
import java.util.Collection;

/** Buckets by the hash of the key, which needs no order; they lie all over the range. */
record HashBuckets(KeyRange range, long wanted, RowHash hash) implements Buckets {

    @Override
    public BoundSql number() {
        return BoundSql.of("(" + hash.ofKey() + ") & ?::bigint", Long.highestOneBit(wanted) - 1);
    }

    @Override
    public BoundSql sums(PageSql sql) {
        return sql.sums(range, number());
    }

    @Override
    public BoundSql pairs(PageSql sql, Collection<Long> numbers) {
        return numbers.size() == Long.highestOneBit(wanted) ? sql.pairs(range) : sql.pairs(range, number(), numbers);
    }
}
