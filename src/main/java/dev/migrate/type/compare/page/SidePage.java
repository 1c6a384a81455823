package dev.migrate.type.compare.page;

import dev.migrate.database.Query;
import dev.migrate.job.Page;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.side.RowTexts;
import dev.migrate.type.compare.side.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads what a page needs of one table. */
final class SidePage {

    // A sum needs no order. Going through the blocks that hold the rows, each of them once, costs less than going from
    // row
    // to row; the planner does not see it where rows lie in the order of the key.
    private static final String BLOCK_BY_BLOCK = "set local enable_indexscan = off; set local enable_seqscan = off";
    private static final int MANY_ROWS = 10_000;

    private record Sum(long bucket, BucketSum sum) {}

    private record Numbered(long number, KeyValue key) {}

    private final Side table;
    private final boolean plain;
    private final PageSql sql;
    private final int keyColumns;

    SidePage(Side table, RowHash hash, boolean plain) {
        this.table = table;
        this.plain = plain;
        this.sql = new PageSql(table.rows(), hash);
        this.keyColumns = hash.key().size();
    }

    BucketSum sum(Page page) throws SQLException {
        boolean blockByBlock = plain && page.expectedRows() >= MANY_ROWS;
        Query query = blockByBlock ? table.query().under(BLOCK_BY_BLOCK) : table.query();
        return query.first(sql.sum(page.range()), row -> BucketSum.read(row, 1)).orElseThrow();
    }

    Map<Long, BucketSum> sums(Buckets buckets) throws SQLException {
        Map<Long, BucketSum> sums = new HashMap<>();
        for (Sum sum : table.query().list(buckets.sums(sql), row -> new Sum(row.getLong(1), BucketSum.read(row, 2)))) {
            sums.put(sum.bucket(), sum.sum());
        }
        return sums;
    }

    /** The sums of two tables of one side. */
    static Map<Long, BucketSum> together(Map<Long, BucketSum> some, Map<Long, BucketSum> more) {
        Map<Long, BucketSum> all = new HashMap<>(some);
        more.forEach((bucket, sum) -> all.merge(bucket, sum, BucketSum::plus));
        return all;
    }

    /** All rows. */
    Pairs pairs(KeyRange range) throws SQLException {
        return table.query()
                .first(sql.pairs(range), row -> Pairs.of(row.getBytes(1)))
                .orElseThrow();
    }

    /** The rows in some of the buckets. */
    Pairs pairs(Buckets buckets, Collection<Long> numbers) throws SQLException {
        return table.query()
                .first(buckets.pairs(sql, numbers), row -> Pairs.of(row.getBytes(1)))
                .orElseThrow();
    }

    /** The keys that are hashed to these numbers. */
    Set<KeyValue> keys(KeyRange range, Set<Long> numbers) throws SQLException {
        Set<KeyValue> keys = new HashSet<>();
        for (Numbered numbered : table.query().list(sql.keys(range, numbers), this::numbered)) {
            if (numbers.contains(numbered.number())) {
                keys.add(numbered.key());
            }
        }
        return keys;
    }

    private Numbered numbered(ResultSet row) throws SQLException {
        return new Numbered(row.getLong(1), RowTexts.key(row, 2, keyColumns));
    }
}
