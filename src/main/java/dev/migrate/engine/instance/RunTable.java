package dev.migrate.engine.instance;

import dev.migrate.engine.run.RunName;
import dev.migrate.engine.run.StoredParameters;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads and writes {@code migrate.run}. What a manager writes demands that no other has come after it. Thread-safe. */
public final class RunTable {

    private static final String NEWEST = """
            select r.instance_id as instance, r.number, r.definition_hash, r.execution_id as execution, e.status,
                   to_char(e.end_time, 'YYYY-MM-DD HH24:MI:SS') as ended, r.manager,
                   to_char(r.manager_since, 'YYYY-MM-DD HH24:MI:SS TZ') as manager_since,
                   r.planned_at is not null as planned, r.epoch
            from migrate.run r left join migrate.batch_job_execution e on e.job_execution_id = r.execution_id
            where r.job = :job and r.parameters = :parameters::jsonb and r.retry_of is not distinct from :first::bigint
            order by r.number desc limit 1
            """;

    private static final String CREATE = """
            insert into migrate.run (instance_id, job, parameters, number, definition_hash, retry_of)
            values (:instance, :job, :parameters::jsonb, :number, :hash, :first)
            on conflict (instance_id) do nothing
            """;

    // A pause ends with its execution; one that has no end yet is gone on with.
    private static final String RAISE_EPOCH = """
            update migrate.run r set epoch = epoch + 1, manager = :manager, manager_number = :number,
                manager_since = now(), stop = false, waits_for = null,
                pause = pause and (running or exists (
                    select from migrate.batch_job_execution e
                    where e.job_instance_id = r.instance_id and e.end_time is null))
            where instance_id = :instance and epoch = :epoch returning epoch
            """;

    private final JdbcClient repository;

    public RunTable(JdbcClient repository) {
        this.repository = repository;
    }

    /** The newest instance of that name. */
    public Optional<Run> newest(RunName name) {
        return named(repository.sql(NEWEST), name).query(Run.class).optional();
    }

    public void create(long instance, RunName name, int number, String hash) {
        named(repository.sql(CREATE), name)
                .param("instance", instance)
                .param("number", number)
                .param("hash", hash)
                .update();
    }

    private static StatementSpec named(StatementSpec statement, RunName name) {
        return statement
                .param("job", name.job())
                .param("parameters", StoredParameters.write(name.parameters()))
                .param("first", name.retryOf().isPresent() ? name.retryOf().getAsLong() : null);
    }

    /**
     * Takes an instance over: from now on writes of earlier managers are refused, and an old wish to stop is forgotten. A run
     * that is paused stays so. Returns the new epoch.
     *
     * @param run as it was read under the manager lock
     * @throws ManagerReplaced if another manager has taken it over since: this one was frozen, and its lock is gone
     */
    public long raiseEpoch(Run run, String manager, int number) {
        return repository
                .sql(RAISE_EPOCH)
                .param("manager", manager)
                .param("number", number)
                .param("instance", run.instance())
                .param("epoch", run.epoch())
                .query(Long.class)
                .optional()
                .orElseThrow(ManagerReplaced::new);
    }

    /**
     * Demands, in the transaction in hand, that no later manager has taken an instance over.
     *
     * @throws ManagerReplaced if one has
     */
    public void demandEpoch(long instance, long epoch) {
        boolean replaced = repository
                .sql("select 1 from migrate.run where instance_id = :instance and epoch = :epoch for share")
                .param("instance", instance)
                .param("epoch", epoch)
                .query(Integer.class)
                .list()
                .isEmpty();
        if (replaced) {
            throw new ManagerReplaced();
        }
    }
}
