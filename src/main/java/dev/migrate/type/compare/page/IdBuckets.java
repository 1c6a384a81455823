package dev.migrate.type.compare.page;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Buckets of {@code width} neighbouring ids each, numbered from 0 above {@code lower}. */
record IdBuckets(long lower, long upper, long width, RowHash hash, boolean plain) implements Buckets {

    @Override
    public BoundSql number() {
        String id = hash.key().get(0).name().quoted();
        return BoundSql.of("(%s::bigint - ?::bigint - 1) / ?::bigint".formatted(id), lower, width);
    }

    /** The number of the last one. */
    long last() {
        return (upper - lower - 1) / width;
    }

    @Override
    public BoundSql sums(PageSql sql) {
        return plain ? sql.sums(this) : sql.sums(range(), number());
    }

    private KeyRange range() {
        return new KeyRange(KeyValue.of(lower), KeyValue.of(upper));
    }

    @Override
    public BoundSql pairs(PageSql sql, Collection<Long> numbers) {
        return plain ? looked(sql, numbers) : sql.pairs(range(), number(), numbers);
    }

    private BoundSql looked(PageSql sql, Collection<Long> numbers) {
        List<KeyRange> ranges = ranges(numbers);
        return ranges.size() == 1 ? sql.pairs(ranges.get(0)) : sql.pairs(ranges);
    }

    /** The ids of the buckets; neighbours are joined. */
    List<KeyRange> ranges(Collection<Long> numbers) {
        List<KeyRange> ranges = new ArrayList<>();
        for (long number : numbers.stream().sorted().toList()) {
            KeyValue above = KeyValue.of(lower + number * width);
            KeyRange last = ranges.isEmpty() ? KeyRange.ALL : ranges.get(ranges.size() - 1);
            if (above.equals(last.upper())) {
                ranges.set(ranges.size() - 1, last.upTo(end(number)));
            } else {
                ranges.add(new KeyRange(above, end(number)));
            }
        }
        return ranges;
    }

    private KeyValue end(long number) {
        long above = lower + number * width;
        return KeyValue.of(upper - above > width ? above + width : upper);
    }
}
