package dev.migrate.monitor.partition;

import dev.migrate.monitor.stored.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the map of an instance's key space, grouped by the server. Thread-safe. */
public final class ReadKeySpaceMap {

    // What was split off has a number of its own, and its place among its neighbours.
    private static final String CELLS = """
            with %s, size as (
                select greatest(ceil(count(*) / :cells::float8), 1)::bigint as of from migrate.partition
                where instance_id = :instance
            ), placed as (
                select p.database, p.number, p.state, p.worker, p.read, p.failed, p.page_ms,
                       p.missing + p.extra + p.different + p.broken as findings, coalesce(p.place, p.number) as place,
                       case when p.state = 'claimed' then %s > usual.most end as slow,
                       (row_number() over (partition by p.database collate "C" order by coalesce(p.place, p.number)) - 1) / size.of as cell
                from migrate.partition p cross join usual cross join size
                where p.instance_id = :instance
            ), cell as (
                select p.database, p.cell, (array_agg(p.number order by p.place))[1] as first,
                       (array_agg(p.number order by p.place desc))[1] as last,
                       count(*) filter (where state = 'waiting') as waiting,
                       count(*) filter (where state = 'claimed') as claimed,
                       count(*) filter (where state = 'done') as done,
                       count(*) filter (where state = 'failed') as failed_partitions,
                       coalesce(bool_or(slow), false) as slow, sum(read) as read, sum(findings) as findings,
                       sum(failed) as failed, sum(page_ms) as millis,
                       array_agg(worker) filter (where state = 'claimed') as at_work
                from placed p group by p.database, p.cell
            )
            select cell.*, shown.*
            from cell
            join migrate.partition f on f.instance_id = :instance and f.number = cell.first
            join migrate.partition l on l.instance_id = :instance and l.number = cell.last
            cross join lateral (
                select (select jsonb_agg(case when length(part) > 60 then left(part, 59) || '…' else part end)
                        from jsonb_array_elements_text(f.lower) part)::text as lower,
                       (select jsonb_agg(case when length(part) > 60 then left(part, 59) || '…' else part end)
                        from jsonb_array_elements_text(l.upper) part)::text as upper,
                       (select array_agg(distinct w.host || ':' || w.pid) from migrate.worker w
                        where w.id = any(cell.at_work)) as workers
            ) shown
            order by cell.database, cell.cell
            """.formatted(TimedPartitions.USUAL, TimedPartitions.SECONDS);

    private final JdbcClient repository;

    public ReadKeySpaceMap(JdbcClient repository) {
        this.repository = repository;
    }

    /** The cells in the order of the keys, database by database: so many, and at most one more for each database. */
    public List<MapCell> of(long instance, int cells) {
        return repository
                .sql(CELLS)
                .param("instance", instance)
                .param("cells", cells)
                .query((row, number) -> cell(row))
                .list();
    }

    private static MapCell cell(ResultSet row) throws SQLException {
        return new MapCell(
                Stored.database(row.getString("database")),
                row.getInt("first"),
                row.getInt("last"),
                Stored.range(row.getString("lower"), row.getString("upper")).toString(),
                new PartitionCounts(
                        row.getLong("waiting"),
                        row.getLong("claimed"),
                        row.getLong("done"),
                        row.getLong("failed_partitions")),
                row.getBoolean("slow"),
                row.getLong("read"),
                row.getLong("findings"),
                row.getLong("failed"),
                workers(row),
                row.getLong("millis"));
    }

    private static List<String> workers(ResultSet row) throws SQLException {
        return row.getArray("workers") == null
                ? List.of()
                : List.of((String[]) row.getArray("workers").getArray());
    }
}
