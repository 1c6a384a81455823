package dev.migrate.monitor.history;

import dev.migrate.monitor.stored.Stored;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists executions. By SQL: Spring Batch's own queries load every StepExecution of each of them. Thread-safe. */
public final class ReadExecutions {

    private static final String NEWEST = """
            with newest as materialized (
                select e.job_execution_id, e.job_instance_id, e.status, e.create_time, e.start_time, e.end_time
                from migrate.batch_job_execution e
                where exists (select from migrate.run r where r.instance_id = e.job_instance_id)
                order by e.job_execution_id desc limit :limit
            ), total as (
                select r.instance_id,
                       coalesce(r.rows, counts.rows) as rows, coalesce(r.findings, counts.findings) as findings,
                       coalesce(r.failed_rows, counts.failed_rows) as failed_rows
                from migrate.run r
                left join lateral (
                    select coalesce(sum(p.read), 0) as rows,
                           coalesce(sum(p.missing + p.extra + p.different + p.broken), 0) as findings,
                           coalesce(sum(p.failed), 0) as failed_rows
                    from migrate.partition p where p.instance_id = r.instance_id and r.rows is null
                ) counts on r.rows is null
                where r.instance_id in (select job_instance_id from newest)
            )
            select e.job_execution_id, r.job, r.parameters::text as parameters,
                   case when r.pause and (e.status like 'START%' or e.status = 'STOPPING') then 'PAUSED' else e.status end
                       as status,
                   e.start_time, extract(epoch from e.end_time - e.create_time)::float8 as seconds,
                   total.rows, total.findings, total.failed_rows,
                   (select max(f.job_execution_id) from migrate.batch_job_execution f
                    where f.job_instance_id = r.retry_of) as retry_of
            from newest e join migrate.run r on r.instance_id = e.job_instance_id
            join total on total.instance_id = r.instance_id
            order by e.job_execution_id desc
            """;

    // An attempt resumed if an earlier one at the same partition had committed a page. Spring Batch writes the whole
    // stack
    // trace of an exception where the reason is.
    private static final String OF_INSTANCE = """
            with attempt as (
                select s.job_execution_id, s.start_time as begun, s.read_count as read,
                       sum(s.commit_count) over (
                           partition by s.step_name order by s.step_execution_id
                           rows between unbounded preceding and 1 preceding) as pages_before
                from migrate.batch_step_execution s join migrate.batch_job_execution e using (job_execution_id)
                where e.job_instance_id = :instance and s.step_name like 'worker:%'
            )
            select e.job_execution_id as execution, e.status, e.start_time as started,
                   extract(epoch from e.end_time - e.create_time)::float8 as seconds,
                   count(a.begun) as attempts, count(a.begun) filter (where a.pages_before > 0) as resumed,
                   coalesce(sum(a.read), 0)::bigint as rows,
                   regexp_replace(split_part(coalesce(e.exit_message, ''), E'\n', 1),
                                  '^[[:alnum:]_.$]+(Exception|Error)(: |$)', '') as reason
            from migrate.batch_job_execution e left join attempt a using (job_execution_id)
            where e.job_instance_id = :instance
            group by e.job_execution_id
            order by e.job_execution_id
            """;

    private final JdbcClient repository;

    public ReadExecutions(JdbcClient repository) {
        this.repository = repository;
    }

    /** The newest executions of all jobs, the newest first. */
    public List<ExecutionSummary> newest(int limit) {
        return repository
                .sql(NEWEST)
                .param("limit", limit)
                .query((row, number) -> new ExecutionSummary(
                        row.getLong("job_execution_id"),
                        row.getString("job"),
                        Stored.parameters(row.getString("parameters")),
                        row.getString("status"),
                        row.getObject("start_time", LocalDateTime.class),
                        row.getObject("seconds", Double.class),
                        row.getLong("rows"),
                        row.getLong("findings"),
                        row.getLong("failed_rows"),
                        row.getObject("retry_of", Long.class)))
                .list();
    }

    /** All executions of an instance, the oldest first. */
    public List<ExecutionRecord> ofInstance(long instance) {
        return repository
                .sql(OF_INSTANCE)
                .param("instance", instance)
                .query(ExecutionRecord.class)
                .list();
    }
}
