package dev.migrate.engine.instance;

import dev.migrate.engine.presence.Presence;
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

    private static final String RELEASE_DEAD = """
            update migrate.partition p set state = 'waiting', worker = null
            where p.instance_id = :instance and p.state = 'claimed' and not exists (
                select from pg_locks l
                where l.locktype = 'advisory' and l.classid = :locks::oid and l.objid = p.worker::bigint::oid
                  and l.objsubid = 2 and l.granted
                  and l.database = (select oid from pg_database where datname = current_database()))
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
     * Takes an instance over: from now on writes of earlier managers are refused, and an old wish to stop is forgotten.
     * Returns the new epoch.
     *
     * @param run as it was read under the manager lock
     * @throws ManagerReplaced if another manager has taken it over since: this one was frozen, and its lock is gone
     */
    public long raiseEpoch(Run run, String manager, int number) {
        return repository
                .sql("""
                        update migrate.run set epoch = epoch + 1, manager = :manager, manager_number = :number,
                            manager_since = now(), stop = false, waits_for = null
                        where instance_id = :instance and epoch = :epoch returning epoch
                        """)
                .param("manager", manager)
                .param("number", number)
                .param("instance", run.instance())
                .param("epoch", run.epoch())
                .query(Long.class)
                .optional()
                .orElseThrow(ManagerReplaced::new);
    }

    /**
     * Ends a run for good, whoever managed it: nobody claims any more, and what the dead had in hand is no longer theirs. Who
     * lives finishes his page.
     *
     * @throws ManagerReplaced if another manager has taken it over since it was read
     */
    public void abandon(Run run) {
        demandOne(repository
                .sql("""
                        update migrate.run set epoch = epoch + 1, running = false, waits_for = null
                        where instance_id = :instance and epoch = :epoch
                        """)
                .param("instance", run.instance())
                .param("epoch", run.epoch())
                .update());
        repository
                .sql(RELEASE_DEAD)
                .param("instance", run.instance())
                .param("locks", Presence.WORKERS)
                .update();
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

    private static void demandOne(int rows) {
        if (rows != 1) {
            throw new ManagerReplaced();
        }
    }
}
