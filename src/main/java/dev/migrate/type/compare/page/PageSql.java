package dev.migrate.type.compare.page;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a page asks of one side. Immutable. */
public final class PageSql {

    /** So many numbers are looked for one by one; more would cost more than all keys. */
    private static final int FEW_KEYS = 1_000;

    private final RowSource rows;
    private final RowHash hash;

    public PageSql(RowSource rows, RowHash hash) {
        this.rows = rows;
        this.hash = hash;
    }

    /** What is asked first, of all rows at once: for a server to look at. */
    public BoundSql wholeTable() {
        return sums(KeyRange.ALL, new HashBuckets(KeyRange.ALL, 1, hash).number());
    }

    /** What is asked first of a page: for a person to look at. */
    public String firstStatement() {
        KeyValue bound = new KeyValue(
                rows.key().columns().stream().map(c -> c.name().value()).toList());
        KeyRange range = new KeyRange(bound, bound);
        return sum(range).sql();
    }

    /** Count and sum of the row hashes of a range: {@code rows, sum}. */
    BoundSql sum(KeyRange range) {
        return BoundSql.of("select count(*), coalesce(sum(" + hash.ofRow() + "), 0)::text")
                .then(from(KeyPredicate.within(rows.key(), range)));
    }

    /** Count and sum of the row hashes of each bucket: {@code bucket, rows, sum}. */
    BoundSql sums(KeyRange range, BoundSql bucket) {
        // offset 0 keeps the planner from hashing where it groups: it would sort whole rows.
        return BoundSql.of("select bucket, count(*), sum(hash)::text from (select ")
                .then(bucket)
                .then(" as bucket, " + hash.ofRow() + " as hash")
                .then(from(KeyPredicate.within(rows.key(), range)))
                .then(" offset 0) hashed group by bucket");
    }

    /** Likewise, each bucket looked up in the index, so that nothing need be grouped: of neighbouring ids. */
    BoundSql sums(IdBuckets buckets) {
        String id = rows.key().quoted();
        BoundSql within = BoundSql.of("%s > migrate_bucket.above and %s <= migrate_bucket.upto".formatted(id, id));
        return BoundSql.of(
                        """
                        select migrate_bucket.number, summed.* from (
                            select number, ?::bigint + number * ?::bigint as above,
                                   case when number = ?::bigint then ?::bigint
                                        else ?::bigint + (number + 1) * ?::bigint end as upto
                            from generate_series(0::bigint, ?::bigint) as number offset 0
                        ) migrate_bucket cross join lateral (select count(*), coalesce(sum(""",
                        buckets.lower(),
                        buckets.width(),
                        buckets.last(),
                        buckets.upper(),
                        buckets.lower(),
                        buckets.width(),
                        buckets.last())
                .then(BoundSql.of(hash.ofRow() + "), 0)::text"))
                .then(from(within))
                .then(") summed");
    }

    /** All rows of a range as {@link Pairs}, in one value: a row for each would cost more than the hash. */
    BoundSql pairs(KeyRange range) {
        return together(pair().then(from(KeyPredicate.within(rows.key(), range))));
    }

    /** Likewise, the rows in some of the buckets. */
    BoundSql pairs(KeyRange range, BoundSql bucket, Collection<Long> buckets) {
        List<String> numbers = buckets.stream().map(String::valueOf).toList();
        BoundSql chosen = bucket.then(BoundSql.of(" = any (?::bigint[])", numbers));
        return together(pair().then(from(KeyPredicate.within(rows.key(), range).and(chosen))));
    }

    /** Likewise, the rows in several ranges of an integer key; each is looked up in the index. */
    BoundSql pairs(List<KeyRange> ranges) {
        String id = rows.key().quoted();
        BoundSql within = BoundSql.of("%s > migrate_range.above and %s <= migrate_range.upto".formatted(id, id));
        return together(BoundSql.of(
                        "select looked_up.* from unnest(?::bigint[], ?::bigint[]) as migrate_range (above, upto) cross join lateral (",
                        ends(ranges, KeyRange::lower),
                        ends(ranges, KeyRange::upper))
                .then(pair())
                .then(from(within))
                .then(" offset 0) looked_up"));
    }

    /** The keys of the rows in a range that have certain numbers in their pairs, and perhaps of others: {@code number, key...}. */
    BoundSql keys(KeyRange range, Collection<Long> numbers) {
        BoundSql chosen = numbers.size() > FEW_KEYS
                ? BoundSql.TRUE
                : BoundSql.of(
                        hash.ofKey() + " = any (?::bigint[])",
                        numbers.stream().map(String::valueOf).toList());
        String keys = hash.key().stream().map(ComparedColumn::text).collect(Collectors.joining(", "));
        return BoundSql.of("select " + hash.ofKey() + ", " + keys)
                .then(from(KeyPredicate.within(rows.key(), range).and(chosen)));
    }

    private BoundSql pair() {
        String number = hash.integerKey() ? rows.key().quoted() + "::bigint" : hash.ofKey();
        return BoundSql.of("select %s as number, %s as hash".formatted(number, hash.ofRow()));
    }

    private static BoundSql together(BoundSql pairs) {
        return BoundSql.of(
                        "select coalesce(string_agg(int8send(number) || int8send(hash), '' order by number), '') from (")
                .then(pairs)
                .then(" offset 0) pair");
    }

    private BoundSql from(BoundSql condition) {
        return BoundSql.of(" from " + rows.table().quoted() + " where ").then(condition.and(rows.where()));
    }

    private static List<String> ends(List<KeyRange> ranges, Function<KeyRange, KeyValue> end) {
        return ranges.stream().map(end).map(KeyValue::toString).toList();
    }
}
