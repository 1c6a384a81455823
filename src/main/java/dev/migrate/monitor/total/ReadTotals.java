package dev.migrate.monitor.total;

import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.monitor.partition.PartitionCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Adds up what the runs that go on have done, in one statement for all of them. Thread-safe. */
public final class ReadTotals {

    private static final String TOTALS = """
            with alive as materialized (select id from migrate.alive), held as (
                select r.job, b.brake, count(distinct b.worker) as workers
                from migrate.braked b join alive a on a.id = b.worker join migrate.run r using (instance_id)
                where r.running group by r.job, b.brake
            ), braked as (
                select job, json_object_agg(brake, workers) as brakes from held group by job
            ), counted as (
                select r.instance_id, r.job, r.pause, counts.*,
                       coalesce((counts.read - earlier.rows) / nullif(extract(epoch from clock_timestamp() - earlier.at), 0), 0)
                           as rate
                from migrate.run r
                cross join lateral (
                    select count(*) filter (where state = 'waiting') as waiting,
                           count(*) filter (where state = 'claimed') as claimed,
                           count(*) filter (where state = 'claimed' and worker in (select id from alive)) as threads,
                           count(*) filter (where state = 'done') as done,
                           count(*) filter (where state = 'failed') as failed_partitions,
                           coalesce(sum(read), 0) as read, coalesce(sum(found), 0) as found,
                           coalesce(sum(skipped), 0) as skipped, coalesce(sum(failed), 0) as failed,
                           coalesce(sum(written), 0) as written, coalesce(sum(missing), 0) as missing,
                           coalesce(sum(extra), 0) as extra, coalesce(sum(different), 0) as different,
                           coalesce(sum(broken), 0) as broken, coalesce(sum(page), 0) as pages,
                           coalesce(sum(page_ms), 0) as page_ms, coalesce(max(slowest_page_ms), 0) as slowest_page_ms
                    from migrate.partition p where p.instance_id = r.instance_id
                ) counts
                left join lateral (
                    select rows, at from migrate.reading g
                    where g.instance_id = r.instance_id and g.at >= r.manager_since
                    order by g.at <= clock_timestamp() - interval '30 s' desc,
                             abs(extract(epoch from clock_timestamp() - interval '30 s' - g.at)) limit 1
                ) earlier on true
                where r.running
            )
            select job, count(*) as runs, count(*) filter (where pause) as paused, sum(waiting) as waiting,
                   sum(claimed) as claimed, sum(threads) as threads, sum(done) as done,
                   sum(failed_partitions) as failed_partitions, sum(read) as read, sum(found) as found,
                   sum(skipped) as skipped, sum(failed) as failed, sum(written) as written, sum(missing) as missing,
                   sum(extra) as extra, sum(different) as different, sum(broken) as broken, sum(pages) as pages,
                   sum(page_ms) as page_ms, max(slowest_page_ms) as slowest_page_ms,
                   greatest(sum(rate), 0)::float8 as rate,
                   coalesce((select brakes from braked b where b.job = counted.job), '{}')::text as brakes
            from counted group by job order by job
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient repository;

    public ReadTotals(JdbcClient repository) {
        this.repository = repository;
    }

    /** By job, in the order of their names. */
    public List<JobTotals> byJob() {
        return repository.sql(TOTALS).query((row, number) -> totals(row)).list();
    }

    private static JobTotals totals(ResultSet row) throws SQLException {
        return new JobTotals(
                row.getString("job"),
                row.getLong("runs"),
                row.getLong("paused"),
                ledger(row),
                row.getDouble("rate"),
                new FindingCounts(
                        row.getLong("missing"), row.getLong("extra"), row.getLong("different"), row.getLong("broken")),
                new PartitionCounts(
                        row.getLong("waiting"),
                        row.getLong("claimed"),
                        row.getLong("done"),
                        row.getLong("failed_partitions")),
                row.getLong("pages"),
                row.getLong("page_ms"),
                row.getLong("slowest_page_ms"),
                row.getLong("threads"),
                JSON.readValue(row.getString("brakes"), new TypeReference<Map<String, Long>>() {}));
    }

    private static Ledger ledger(ResultSet row) throws SQLException {
        long read = row.getLong("read");
        long found = row.getLong("found");
        long skipped = row.getLong("skipped");
        long failed = row.getLong("failed");
        return new Ledger(read, read - found - skipped - failed, found, skipped, failed, row.getLong("written"));
    }
}
