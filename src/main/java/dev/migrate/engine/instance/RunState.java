package dev.migrate.engine.instance;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a manager says of its run to workers and people, and what it is told. Refused with {@link ManagerReplaced} if another
 * manager has come after it. Thread-safe.
 */
public final class RunState {

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
                            only_partition = :only
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

    /** Lets nobody claim any more. */
    public void end(Management management) {
        demandOne(repository
                .sql("""
                        update migrate.run set running = false, waits_for = null, ended_at = clock_timestamp()
                        where instance_id = :instance and epoch = :epoch
                        """)
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /** Asks everybody who works on an instance to finish the page in hand and stop. */
    public void requestStop(Management management) {
        demandOne(repository
                .sql("update migrate.run set stop = true where instance_id = :instance and epoch = :epoch")
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update());
    }

    /** Whether somebody asked for a stop. */
    public boolean isStopped(Management management) {
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
