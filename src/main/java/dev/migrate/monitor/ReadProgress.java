package dev.migrate.monitor;

import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.SideRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes one reading of a job instance, in one statement, so that its numbers agree with each other. Thread-safe. */
final class ReadProgress {

    // A worker is alive while it holds the advisory lock of its number; the first half of such a lock is 'migr' in
    // ASCII.
    // Times of executions are without zone and by the manager's clock, so one that goes on is measured by the server's,
    // from
    // when its manager took over: just before it was created.
    private static final String PROGRESS = """
            with alive as materialized (
                select w.id, w.host, w.pid
                from migrate.worker w join pg_locks l on l.objid = w.id::oid
                where l.locktype = 'advisory' and l.classid = x'6d696772'::int::oid and l.objsubid = 2 and l.granted
                  and l.database = (select oid from pg_database where datname = current_database())
            )
            select e.job_execution_id, e.status, r.instance_id, r.job, r.parameters::text as parameters,
                   (select max(f.job_execution_id) from migrate.batch_job_execution f
                    where f.job_instance_id = r.retry_of) as retry_of,
                   r.definition_hash, r.estimated_rows, r.manager, m.alive as manager_alive, r.waits_for, counts.*,
                   spent.seconds, holders.workers
            from migrate.batch_job_execution e
            join migrate.run r on r.instance_id = e.job_instance_id
            cross join lateral (
                select exists (select from alive where id = r.manager_number) as alive
            ) m
            cross join lateral (
                select count(*) filter (where state = 'waiting') as waiting,
                       count(*) filter (where state = 'claimed') as claimed,
                       count(*) filter (where state = 'done') as done,
                       count(*) filter (where state = 'failed') as failed_partitions,
                       coalesce(sum(read), 0) as read, coalesce(sum(found), 0) as found,
                       coalesce(sum(skipped), 0) as skipped, coalesce(sum(failed), 0) as failed,
                       coalesce(sum(written), 0) as written, coalesce(sum(missing), 0) as missing,
                       coalesce(sum(extra), 0) as extra, coalesce(sum(different), 0) as different,
                       coalesce(sum(broken), 0) as broken, coalesce(sum(stored), 0) as stored,
                       case when bool_and(page = 0 or source_rows is not null) then sum(source_rows)::bigint end as source_rows,
                       case when bool_and(page = 0 or target_rows is not null) then sum(target_rows)::bigint end as target_rows,
                       coalesce(bool_and(database is not null), true) as of_rows
                from migrate.partition p where p.instance_id = r.instance_id
            ) counts
            cross join lateral (
                select coalesce(sum(greatest(extract(epoch from case
                    when x.end_time is not null then x.end_time - x.create_time
                    when m.alive then clock_timestamp() - r.manager_since
                    else (select max(s.last_updated) from migrate.batch_step_execution s
                          where s.job_execution_id = x.job_execution_id) - x.create_time
                    end), 0)), 0) as seconds
                from migrate.batch_job_execution x where x.job_instance_id = r.instance_id
            ) spent
            cross join lateral (
                select coalesce(json_agg(json_build_object('host', host, 'pid', pid, 'partitions', partitions)
                                         order by host, pid), '[]')::text as workers
                from (select a.host, a.pid, count(*) as partitions
                      from alive a join migrate.partition p on p.worker = a.id
                      where p.instance_id = r.instance_id and p.state = 'claimed'
                      group by a.host, a.pid) held
            ) holders
            where e.job_execution_id = :execution
            """;

    private final JdbcClient repository;

    ReadProgress(JdbcClient repository) {
        this.repository = repository;
    }

    Optional<Progress> of(long execution) {
        return repository
                .sql(PROGRESS)
                .param("execution", execution)
                .query((row, number) -> progress(row))
                .optional();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getLong("job_execution_id"),
                row.getLong("instance_id"),
                row.getString("job"),
                Stored.parameters(row.getString("parameters")),
                row.getObject("retry_of", Long.class),
                row.getString("definition_hash"),
                row.getString("status"),
                new ManagerState(String.valueOf(row.getString("manager")), row.getBoolean("manager_alive")),
                row.getString("waits_for"),
                row.getBoolean("of_rows"),
                ledger(row),
                sides(row),
                findings(row),
                row.getLong("stored"),
                partitions(row),
                row.getDouble("seconds"),
                row.getObject("estimated_rows", Long.class),
                Stored.workers(row.getString("workers")));
    }

    private static Ledger ledger(ResultSet row) throws SQLException {
        long read = row.getLong("read");
        long found = row.getLong("found");
        long skipped = row.getLong("skipped");
        long failed = row.getLong("failed");
        return new Ledger(read, read - found - skipped - failed, found, skipped, failed, row.getLong("written"));
    }

    private static @Nullable SideRows sides(ResultSet row) throws SQLException {
        Long source = row.getObject("source_rows", Long.class);
        Long target = row.getObject("target_rows", Long.class);
        return source == null || target == null ? null : new SideRows(source, target);
    }

    private static FindingCounts findings(ResultSet row) throws SQLException {
        return new FindingCounts(
                row.getLong("missing"), row.getLong("extra"), row.getLong("different"), row.getLong("broken"));
    }

    private static PartitionCounts partitions(ResultSet row) throws SQLException {
        return new PartitionCounts(
                row.getLong("waiting"), row.getLong("claimed"), row.getLong("done"), row.getLong("failed_partitions"));
    }
}
