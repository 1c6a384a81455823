package dev.migrate.monitor.row;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which runs did again what another one set aside. Thread-safe. */
public final class ReadRetries {

    private static final String SELECT = """
            select e.job_execution_id as execution, e.status, counts.*
            from migrate.run r
            join lateral (
                select job_execution_id, status from migrate.batch_job_execution
                where job_instance_id = r.instance_id order by job_execution_id desc limit 1
            ) e on true
            cross join lateral (
                select count(*) as rows, count(*) filter (where state = 'done') as done,
                       coalesce(sum(failed), 0)::bigint as failed_again
                from migrate.partition where instance_id = r.instance_id
            ) counts
            where r.retry_of = :instance order by r.number
            """;

    private final JdbcClient repository;

    public ReadRetries(JdbcClient repository) {
        this.repository = repository;
    }

    /** The oldest first. */
    public List<Retry> of(long instance) {
        return repository
                .sql(SELECT)
                .param("instance", instance)
                .query(Retry.class)
                .list();
    }
}
