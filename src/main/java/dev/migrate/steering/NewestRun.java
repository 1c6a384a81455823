package dev.migrate.steering;

import dev.migrate.database.repository.NoSuchExecution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows which run is meant by the job and the parameters of an execution. Thread-safe. */
final class NewestRun {

    private record Runs(
            String job, int number, int newest, @Nullable Long execution) {}

    private static final String NEWEST = """
            select r.job, r.number, n.number as newest,
                   (select max(x.job_execution_id) from migrate.batch_job_execution x
                    where x.job_instance_id = n.instance_id) as execution
            from migrate.batch_job_execution e
            join migrate.run r on r.instance_id = e.job_instance_id
            join migrate.run n on n.job = r.job and n.parameters = r.parameters
                and n.retry_of is not distinct from r.retry_of
            where e.job_execution_id = :execution
            order by n.number desc limit 1
            """;

    private final JdbcClient repository;

    NewestRun(JdbcClient repository) {
        this.repository = repository;
    }

    Optional<String> begunAnew(long execution) {
        Runs runs = repository
                .sql(NEWEST)
                .param("execution", execution)
                .query(Runs.class)
                .optional()
                .orElseThrow(() -> NoSuchExecution.of(execution, repository));
        return runs.number() == runs.newest()
                ? Optional.empty()
                : Optional.of("Execution " + execution + " of " + runs.job() + " is of a run that was begun anew since"
                        + (runs.execution() == null
                                ? ", so it cannot be restarted."
                                : ": execution " + runs.execution() + " is the newest, so type restart "
                                        + runs.execution() + "."));
    }
}
