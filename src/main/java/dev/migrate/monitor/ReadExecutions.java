package dev.migrate.monitor;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists executions. By SQL: Spring Batch's own queries load every StepExecution of each of them. Thread-safe. */
final class ReadExecutions {

    private static final String NEWEST = """
            select e.job_execution_id, r.job, r.parameters::text as parameters, e.status, e.start_time,
                   extract(epoch from e.end_time - e.create_time)::float8 as seconds,
                   (select coalesce(sum(s.read_count), 0) from migrate.batch_step_execution s
                    where s.job_execution_id = e.job_execution_id and s.step_name like 'worker:%') as rows,
                   counts.findings, counts.failed_rows,
                   (select max(f.job_execution_id) from migrate.batch_job_execution f
                    where f.job_instance_id = r.retry_of) as retry_of
            from migrate.batch_job_execution e join migrate.run r on r.instance_id = e.job_instance_id
            cross join lateral (
                select coalesce(sum(p.missing + p.extra + p.different + p.broken), 0) as findings,
                       coalesce(sum(p.failed), 0) as failed_rows
                from migrate.partition p where p.instance_id = r.instance_id
            ) counts
            order by e.job_execution_id desc limit :limit
            """;

    // An attempt resumed if an earlier one at the same partition had committed a page. Spring Batch writes an
    // exception's
    // whole stack trace where the reason is.
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

    ReadExecutions(JdbcClient repository) {
        this.repository = repository;
    }

    List<ExecutionSummary> newest(int limit) {
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

    List<ExecutionRecord> ofInstance(long instance) {
        return repository
                .sql(OF_INSTANCE)
                .param("instance", instance)
                .query(ExecutionRecord.class)
                .list();
    }
}
