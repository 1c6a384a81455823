package dev.migrate.table;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds the keys that cut a source into parts of about as many rows each, under the database's own ordering. */
final class Quantiles {

    /** So many sampled blocks, and rows, a part: its size is then right within a factor of two, with near certainty. */
    private static final long ENOUGH = 30;

    /** More blocks a part make a better sample, as long as they are few in all. */
    private static final long AMPLE = 100;

    private static final long FEW = 6_400;

    // A table's size is that of its partitions and heirs.
    private static final String BLOCKS = """
            with recursive part (oid) as (
              select to_regclass(?)::oid
              union
              select i.inhrelid from pg_inherits i join part p on p.oid = i.inhparent
            )
            select coalesce(sum(pg_relation_size(oid)), 0)::bigint / current_setting('block_size')::bigint from part
            """;

    private final RowSource source;
    private final Query query;

    Quantiles(RowSource source, Query query) {
        this.source = source;
        this.query = query;
    }

    /** How many rows there are, counted. */
    long count() throws SQLException {
        return count(table());
    }

    /** The keys that cut all rows into so many parts; fewer if there are fewer rows. */
    List<KeyValue> exact(int parts) throws SQLException {
        return cut(table(), count(), parts);
    }

    /** Likewise by a sample of the table's blocks; empty if a good sample is too small, or no cheaper than the table. */
    Optional<List<KeyValue>> sampled(int parts) throws SQLException {
        long total = query.first(BoundSql.of(BLOCKS, source.table().quoted()), row -> row.getLong(1))
                .orElseThrow();
        long wanted = Math.max(parts * ENOUGH, Math.min(parts * AMPLE, FEW));
        if (wanted > total / 2) {
            return Optional.empty();
        }
        BoundSql sample =
                table().then(BoundSql.of(" tablesample system (?::real) repeatable (1)", percent(wanted, total)));
        long rows = count(sample);
        return rows < parts * ENOUGH ? Optional.empty() : Optional.of(cut(sample, rows, parts));
    }

    private static String percent(long part, long total) {
        return BigDecimal.valueOf(part * 100)
                .divide(BigDecimal.valueOf(total), MathContext.DECIMAL32)
                .toPlainString();
    }

    private BoundSql table() {
        return BoundSql.of(source.table().quoted());
    }

    private long count(BoundSql from) throws SQLException {
        BoundSql count =
                BoundSql.of("select count(*) from ").then(from).then(" where ").then(source.where());
        return query.first(count, row -> row.getLong(1)).orElseThrow();
    }

    /** Of the rows in order, the last of each part but the last part. */
    private List<KeyValue> cut(BoundSql from, long rows, int parts) throws SQLException {
        BoundSql numbered = BoundSql.of("select %1$s, row_number() over (order by %1$s) as n from "
                        .formatted(source.key().ordered()))
                .then(from)
                .then(" where ")
                .then(source.where());
        String ends = " where n < %1$d and n * %2$d / %1$d > (n - 1) * %2$d / %1$d order by n".formatted(rows, parts);
        return new SelectKeys(source, query).list(numbered, ends);
    }
}
