package dev.migrate.type.compare.page;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what a page asks of one side. Immutable. */
public final class PageSql {

    /** So much of a value is shown. */
    static final int SHOWN = 200;

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

    /** Key and hash of each row in the range: {@code hash, key...}. */
    BoundSql pairs(KeyRange range) {
        return BoundSql.of(selectPairs()).then(from(KeyPredicate.within(rows.key(), range)));
    }

    /** Likewise, for rows in some of the buckets. */
    BoundSql pairs(KeyRange range, BoundSql bucket, Collection<Long> buckets) {
        List<String> numbers = buckets.stream().map(String::valueOf).toList();
        BoundSql chosen = bucket.then(BoundSql.of(" = any (?::bigint[])", numbers));
        return BoundSql.of(selectPairs())
                .then(from(KeyPredicate.within(rows.key(), range).and(chosen)));
    }

    /** Likewise, for rows in several ranges of an integer key; each is looked up in the index. */
    BoundSql pairs(List<KeyRange> ranges) {
        String id = rows.key().quoted();
        BoundSql within = BoundSql.of("%s > migrate_range.above and %s <= migrate_range.upto".formatted(id, id));
        return BoundSql.of(
                        "select pair.* from unnest(?::bigint[], ?::bigint[]) as migrate_range (above, upto) cross join lateral (",
                        ends(ranges, KeyRange::lower),
                        ends(ranges, KeyRange::upper))
                .then(selectPairs())
                .then(from(within))
                .then(" offset 0) pair");
    }

    /**
     * The rows of some keys, wherever they lie: {@code here, digests, texts, key...}: whether the row is in the range, and for
     * each column a digest of its canonical text and the beginning of its plain text.
     */
    BoundSql rows(KeyRange range, List<KeyValue> keys) {
        return BoundSql.of("select found.* from ")
                .then(unnested(keys))
                .then(" cross join lateral (select (")
                .then(KeyPredicate.within(rows.key(), range))
                .then("), %s, %s, %s".formatted(array(PageSql::digest), array(PageSql::shown), keyTexts()))
                .then(from(BoundSql.of(each(" and ", i -> column(i).name().quoted() + " = migrate_key.part" + i))))
                .then(" offset 0) found");
    }

    /** The keys as rows; each is looked up in the index. */
    private BoundSql unnested(List<KeyValue> keys) {
        String arrays = each(", ", i -> "?::" + column(i).type() + "[]");
        String names = each(", ", i -> "part" + i);
        Object[] arguments = IntStream.range(0, rows.key().columns().size())
                .<Object>mapToObj(
                        i -> keys.stream().map(key -> key.parts().get(i)).toList())
                .toArray();
        return BoundSql.of("unnest(%s) as migrate_key (%s)".formatted(arrays, names), arguments);
    }

    private Key.Column column(int i) {
        return rows.key().columns().get(i);
    }

    private String each(String separator, IntFunction<String> ofKeyColumn) {
        return IntStream.range(0, rows.key().columns().size())
                .mapToObj(ofKeyColumn)
                .collect(Collectors.joining(separator));
    }

    private BoundSql from(BoundSql condition) {
        return BoundSql.of(" from " + rows.table().quoted() + " where ").then(condition.and(rows.where()));
    }

    private String selectPairs() {
        return "select " + hash.ofRow() + ", " + keyTexts();
    }

    private String keyTexts() {
        return hash.key().stream().map(ComparedColumn::text).collect(Collectors.joining(", "));
    }

    private String array(Function<ComparedColumn, String> expression) {
        return hash.columns().stream().map(expression).collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    private static String digest(ComparedColumn column) {
        return "encode(sha256(convert_to(" + column.text() + ", 'UTF8')), 'hex')";
    }

    private static String shown(ComparedColumn column) {
        return "left(" + column.shown() + ", " + (SHOWN + 1) + ")";
    }

    private static List<String> ends(List<KeyRange> ranges, Function<KeyRange, KeyValue> end) {
        return ranges.stream().map(end).map(KeyValue::toString).toList();
    }
}
