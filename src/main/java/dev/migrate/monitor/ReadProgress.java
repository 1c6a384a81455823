package dev.migrate.monitor;

import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.SideRows;
import dev.migrate.monitor.pace.MeasurePace;
import dev.migrate.monitor.pace.Pace;
import dev.migrate.monitor.pace.PastReading;
import dev.migrate.monitor.partition.PartitionCounts;
import dev.migrate.monitor.stored.Stored;
import dev.migrate.monitor.worker.StoredWorkers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Takes one reading of a job instance, in one statement, so that its numbers agree with each other. Thread-safe. */
final class ReadProgress {

    // Times of executions are without zone and by the manager's clock, so one that goes on is measured by the server's,
    // from when its manager took over: just before it was created.
    private static final String PROGRESS = """
            with alive as materialized (select * from migrate.alive)
            select e.job_execution_id, e.status, going.on and r.pause as paused, going.on and r.stop as stopping,
                   r.instance_id, r.job, r.parameters::text as parameters,
                   (select max(f.job_execution_id) from migrate.batch_job_execution f
                    where f.job_instance_id = r.retry_of) as retry_of,
                   r.definition_hash, r.estimated_rows, r.only_partition, r.manager, m.alive as manager_alive,
                   r.waits_for, counts.*, spent.seconds, working.workers, held.brakes, past.readings
            from migrate.batch_job_execution e
            join migrate.run r on r.instance_id = e.job_instance_id
            cross join lateral (
                select e.status like 'START%' or e.status = 'STOPPING' as on
            ) going
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
                select coalesce(json_agg(json_build_object('host', a.host, 'pid', a.pid, 'threads', a.threads,
                           'declined', d.reason, 'held', claims.held) order by a.host, a.pid, a.id), '[]')::text as workers
                from alive a
                left join migrate.declined d on d.worker = a.id and d.instance_id = r.instance_id
                cross join lateral (
                    select count(*) as number,
                           coalesce(json_agg(json_build_object('number', p.number, 'database', p.database,
                               'lower', p.lower, 'upper', p.upper, 'rows', coalesce(s.read_count, 0),
                               'seconds', extract(epoch from clock_timestamp() - p.claimed_at)) order by p.number), '[]')
                               as held
                    from migrate.partition p join migrate.batch_step_execution s using (step_execution_id)
                    where p.instance_id = r.instance_id and p.state = 'claimed' and p.worker = a.id
                ) claims
                where claims.number > 0
                   or going.on and a.threads > 0 and (a.instance_id is null or a.instance_id = r.instance_id)
            ) working
            cross join lateral (
                select coalesce(json_agg(json_build_object('database', nullif(b.database, ''), 'brake', b.brake, 'reason', b.reason,
                           'seconds', greatest(extract(epoch from clock_timestamp() - b.since), 0), 'host', a.host,
                           'pid', a.pid) order by b.database, b.brake, a.id), '[]')::text as brakes
                from migrate.braked b join alive a on a.id = b.worker where going.on and b.instance_id = r.instance_id
            ) held
            cross join lateral (
                select coalesce(json_agg(json_build_object(
                           'secondsAgo', extract(epoch from clock_timestamp() - x.at),
                           'done', case when counts.of_rows then x.rows else x.partitions end) order by x.at), '[]')::text
                           as readings
                from (
                    (select at, rows, partitions from migrate.reading g
                     where g.instance_id = r.instance_id and g.at >= r.manager_since order by at limit 1)
                    union
                    select g.at, g.rows, g.partitions
                    from generate_series(0, 600, 30) ago
                    cross join lateral (
                        select at, rows, partitions from migrate.reading g
                        where g.instance_id = r.instance_id and g.at >= r.manager_since
                          and g.at <= clock_timestamp() - make_interval(secs => ago)
                        order by at desc limit 1
                    ) g
                ) x
                where going.on and m.alive
            ) past
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
        long instance = row.getLong("instance_id");
        Progress unpaced = new Progress(
                row.getLong("job_execution_id"),
                instance,
                row.getString("job"),
                Stored.parameters(row.getString("parameters")),
                row.getObject("retry_of", Long.class),
                row.getString("definition_hash"),
                row.getBoolean("paused") ? Progress.PAUSED : row.getString("status"),
                row.getBoolean("stopping"),
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
                StoredWorkers.workers(instance, row.getString("workers")),
                StoredWorkers.brakes(row.getString("brakes")),
                Pace.UNKNOWN);
        return unpaced.at(pace(row, unpaced));
    }

    /** What is left to do of one partition alone is not known. */
    private static Pace pace(ResultSet row, Progress progress) throws SQLException {
        PastReading[] readings = JsonMapper.shared().readValue(row.getString("readings"), PastReading[].class);
        boolean endIsNear = !progress.isPaused() && !progress.stopping() && row.getObject("only_partition") == null;
        return readings.length == 0
                ? Pace.UNKNOWN
                : new MeasurePace(List.of(readings), progress.done())
                        .pace(endIsNear ? progress.remaining() : OptionalLong.empty());
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
