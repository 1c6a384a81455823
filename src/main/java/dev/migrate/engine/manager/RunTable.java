package dev.migrate.engine.manager;

import dev.migrate.engine.run.StoredParameters;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes {@code migrate.run}. What a manager writes demands that no other has come after it. Thread-safe. */
final class RunTable {

    private static final String NEWEST = """
            select r.instance_id as instance, r.number, r.definition_hash, r.execution_id as execution, e.status,
                   to_char(e.end_time, 'YYYY-MM-DD HH24:MI:SS') as ended, r.manager,
                   to_char(r.manager_since, 'YYYY-MM-DD HH24:MI:SS TZ') as manager_since,
                   r.planned_at is not null as planned
            from migrate.run r left join migrate.batch_job_execution e on e.job_execution_id = r.execution_id
            where r.job = :job and r.parameters = :parameters::jsonb
            order by r.number desc limit 1
            """;

    private static final String CREATE = """
            insert into migrate.run (instance_id, job, parameters, number, definition_hash)
            values (:instance, :job, :parameters::jsonb, :number, :hash)
            on conflict (instance_id) do nothing
            """;

    private final JdbcClient repository;

    RunTable(JdbcClient repository) {
        this.repository = repository;
    }

    /** The newest instance of a job with these parameters. */
    Optional<Run> newest(String job, Map<String, String> parameters) {
        return repository
                .sql(NEWEST)
                .param("job", job)
                .param("parameters", StoredParameters.write(parameters))
                .query(Run.class)
                .optional();
    }

    void create(long instance, String job, Map<String, String> parameters, int number, String hash) {
        repository
                .sql(CREATE)
                .param("instance", instance)
                .param("job", job)
                .param("parameters", StoredParameters.write(parameters))
                .param("number", number)
                .param("hash", hash)
                .update();
    }

    /**
     * Takes an instance over: from now on writes of earlier managers are refused, and an old wish to stop is forgotten.
     * Returns the new epoch.
     */
    long raiseEpoch(long instance, String manager) {
        return repository
                .sql("""
                        update migrate.run set epoch = epoch + 1, manager = :manager, manager_since = now(),
                            stop = false
                        where instance_id = :instance returning epoch
                        """)
                .param("manager", manager)
                .param("instance", instance)
                .query(Long.class)
                .single();
    }

    /** Lets workers claim for this execution. */
    void begin(Management management) {
        demandOne(repository
                .sql("""
                        update migrate.run set execution_id = :execution, running = true
                        where instance_id = :instance and epoch = :epoch
                        """)
                .param("execution", management.execution())
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /** Lets nobody claim any more. */
    void end(Management management) {
        demandOne(repository
                .sql("update migrate.run set running = false where instance_id = :instance and epoch = :epoch")
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /** Asks everybody who works on an instance to finish the page in hand and stop. */
    void requestStop(Management management) {
        demandOne(repository
                .sql("update migrate.run set stop = true where instance_id = :instance and epoch = :epoch")
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /** Whether somebody asked for a stop. */
    boolean isStopped(Management management) {
        return repository
                .sql("select stop from migrate.run where instance_id = :instance and epoch = :epoch")
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .query(Boolean.class)
                .optional()
                .orElseThrow(ManagerReplaced::new);
    }

    private static void demandOne(int rows) {
        if (rows != 1) {
            throw new ManagerReplaced();
        }
    }
}
