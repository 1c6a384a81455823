package dev.migrate.steering;

import dev.migrate.database.repository.Alive;
import dev.migrate.database.repository.NoSuchExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the run of an execution. Thread-safe. */
final class FindRun {

    // Whoever stores a finding has a share of the key, which must not wait.
    private static final String LOCK = """
            select r.instance_id from migrate.run r
            join migrate.batch_job_execution e on e.job_instance_id = r.instance_id
            where e.job_execution_id = :execution
            for no key update of r
            """;

    private static final String READ = """
            select r.instance_id as instance, :execution::bigint as asked, e.job_execution_id as newest, r.job, e.status,
                   to_char(e.end_time, 'YYYY-MM-DD HH24:MI:SS') as ended, r.running,
                   coalesce(r.execution_id = e.job_execution_id, false) as begun, r.stop, r.pause,
                   r.throttle::text as throttle, r.epoch, r.manager, %s as manager_alive
            from migrate.run r
            cross join lateral (
                select * from migrate.batch_job_execution n where n.job_instance_id = r.instance_id
                order by n.job_execution_id desc limit 1
            ) e
            where r.instance_id = :instance
            """.formatted(Alive.process("r.manager_number"));

    private final JdbcClient repository;

    FindRun(JdbcClient repository) {
        this.repository = repository;
    }

    /**
     * Locks the run for the transaction in hand, and only then reads it: what it waited for counts.
     *
     * @throws dev.migrate.job.UserMistake if there is no such execution
     */
    FoundRun lock(long execution) {
        long instance = repository
                .sql(LOCK)
                .param("execution", execution)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> NoSuchExecution.of(execution, repository));
        return repository
                .sql(READ)
                .param("execution", execution)
                .param("instance", instance)
                .query(FoundRun.class)
                .single();
    }
}
