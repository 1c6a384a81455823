package dev.migrate.engine.instance;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a manager says of its run to workers and people, and what it is told. Refused with {@link ManagerReplaced} if another
 * manager has come after it. Thread-safe.
 */
public final class RunState {

    private static final String WISHES = """
            select stop, case when stop then (
                       select s.by from migrate.steering s
                       where s.instance_id = r.instance_id and s.execution_id = :execution and s.verb = 'stop'
                       order by s.id desc limit 1) end as stopped_by,
                   case when pause then coalesce((
                       select s.by || ' since ' || to_char(s.at, 'YYYY-MM-DD HH24:MI:SS TZ') from migrate.steering s
                       where s.instance_id = r.instance_id and s.verb = 'pause'
                       order by s.id desc limit 1), 'somebody') end as paused_by
            from migrate.run r where instance_id = :instance and epoch = :epoch
            """;

    private final JdbcClient repository;

    public RunState(JdbcClient repository) {
        this.repository = repository;
    }

    /** Notes by which number the manager is known to live from now on. */
    public void seated(Management management, int number) {
        demandOne(repository
                .sql("update migrate.run set manager_number = :number where instance_id = :instance and epoch = :epoch")
                .param("number", number)
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /** Notes why nothing goes on; null: something does. */
    public void waitsFor(Management management, @Nullable String sentence) {
        demandOne(repository
                .sql("update migrate.run set waits_for = :sentence where instance_id = :instance and epoch = :epoch")
                .param("sentence", sentence)
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /**
     * Lets workers claim for this execution, and tells them.
     *
     * @param transport how its partitions reach them
     * @param only the one partition to claim, if not all
     */
    public void begin(Management management, String transport, OptionalInt only) {
        demandOne(repository
                .sql("""
                        with news as materialized (select pg_notify('migrate', ''))
                        update migrate.run set execution_id = :execution, running = true, transport = :transport,
                            only_partition = :only, rows = null, findings = null, failed_rows = null
                        from news
                        where instance_id = :instance and epoch = :epoch
                        """)
                .param("execution", management.execution())
                .param("transport", transport)
                .param("only", only.isPresent() ? only.getAsInt() : null)
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /** Lets nobody claim any more; a pause ends with it. */
    public void end(Management management) {
        demandOne(repository
                .sql("""
                        update migrate.run set running = false, pause = false, waits_for = null, ended_at = clock_timestamp()
                        where instance_id = :instance and epoch = :epoch
                        """)
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /** Asks everybody who works on an instance to finish the page in hand and stop. */
    public void requestStop(Management management) {
        demandOne(repository
                .sql(
                        "update migrate.run set stop = true, waits_for = null where instance_id = :instance and epoch = :epoch")
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /**
     * What people want of a run.
     *
     * @param stop whether somebody asked for a stop
     * @param stoppedBy who, if it was not the manager itself
     * @param pausedBy who paused it and when, in words; null if it is not paused
     */
    public record Wishes(
            boolean stop,
            @Nullable String stoppedBy,
            @Nullable String pausedBy) {}

    /** What is asked of the run now. */
    public Wishes wishes(Management management) {
        return repository
                .sql(WISHES)
                .param("instance", management.instance())
                .param("execution", management.execution())
                .param("epoch", management.epoch())
                .query(Wishes.class)
                .optional()
                .orElseThrow(ManagerReplaced::new);
    }

    private static void demandOne(int rows) {
        if (rows != 1) {
            throw new ManagerReplaced();
        }
    }
}
