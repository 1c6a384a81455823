package dev.migrate.monitor.pace;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how a run got on over time. Thread-safe. */
public final class ReadThroughput {

    // The last reading of each of so many spans of equal length, and the very first one.
    private static final String POINTS = """
            with span as (
                select min(at) as begin, greatest(extract(epoch from max(at) - min(at)), 1) / (:most - 1) as seconds
                from migrate.reading where instance_id = :instance
            ), point as (
                select distinct on (n) at, rows, partitions
                from migrate.reading r cross join span
                cross join lateral (
                    select least(ceil(extract(epoch from r.at - span.begin) / span.seconds), :most - 1) as n
                ) bin
                where r.instance_id = :instance order by n, at desc
            )
            select at, rows, partitions,
                   coalesce(round((rows - lag(rows) over walk) / extract(epoch from at - lag(at) over walk)), 0)::bigint
                       as rows_per_second
            from point window walk as (order by at) order by at
            """;

    private final JdbcClient repository;

    public ReadThroughput(JdbcClient repository) {
        this.repository = repository;
    }

    /** Points in the order of time, so many at most. */
    public List<ThroughputPoint> of(long instance, int most) {
        return repository
                .sql(POINTS)
                .param("instance", instance)
                .param("most", most)
                .query((row, number) -> new ThroughputPoint(
                        row.getObject("at", OffsetDateTime.class),
                        row.getLong("rows"),
                        row.getLong("partitions"),
                        row.getLong("rows_per_second")))
                .list();
    }
}
