package dev.migrate.type.compare.page;

import dev.migrate.database.Query;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a page needs of one side. */
final class SidePage {

    private record Sum(long bucket, BucketSum sum) {}

    private record Pair(KeyValue key, long hash) {}

    private record Found(KeyValue key, SideRow row) {}

    private final Side side;
    private final PageSql sql;
    private final int keyColumns;

    SidePage(Side side, RowHash hash) {
        this.side = side;
        this.sql = new PageSql(side.rows(), hash);
        this.keyColumns = hash.key().size();
    }

    BucketSum sum(KeyRange range) throws SQLException {
        return side.query()
                .first(sql.sum(range), row -> new BucketSum(row.getLong(1), row.getString(2)))
                .orElseThrow();
    }

    Map<Long, BucketSum> sums(KeyRange range, Buckets buckets) throws SQLException {
        Map<Long, BucketSum> sums = new HashMap<>();
        for (Sum sum : side.query().list(sql.sums(range, buckets.number()), SidePage::sum)) {
            sums.put(sum.bucket(), sum.sum());
        }
        return sums;
    }

    /** The hash of each row in some of the buckets, by key. */
    Map<KeyValue, Long> pairs(Buckets buckets, Collection<Long> numbers) throws SQLException {
        Map<KeyValue, Long> pairs = new HashMap<>();
        for (Pair pair : list(buckets.pairs(sql, numbers), row -> new Pair(key(row, 2), row.getLong(1)))) {
            if (pairs.put(pair.key(), pair.hash()) != null) {
                throw twice(pair.key());
            }
        }
        return pairs;
    }

    Map<KeyValue, SideRow> rows(KeyRange range, List<KeyValue> keys) throws SQLException {
        Map<KeyValue, SideRow> rows = new HashMap<>();
        for (Found found : list(sql.rows(range, keys), row -> new Found(key(row, 4), SideRow.read(row)))) {
            rows.put(found.key(), found.row());
        }
        return rows;
    }

    private <T> List<T> list(BoundSql query, Query.Row<T> row) throws SQLException {
        return side.query().list(query, row);
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(row.getLong(1), new BucketSum(row.getLong(2), row.getString(3)));
    }

    private KeyValue key(ResultSet row, int first) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < keyColumns; i++) {
            parts.add(row.getString(first + i));
        }
        return new KeyValue(parts);
    }

    /** The catalog cannot tell of a view whether its key is one. */
    private UserMistake twice(KeyValue key) {
        return new UserMistake(
                "the key %s is not unique in %s of %s: %s stands there twice; name other columns with key: [...]"
                        .formatted(
                                side.rows().key(),
                                side.rows().table(),
                                side.rows().database(),
                                key));
    }
}
