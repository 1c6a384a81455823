package dev.migrate.engine.instance;

import dev.migrate.database.repository.Alive;
import dev.migrate.engine.run.Fruitless;
import dev.migrate.engine.run.NewAttempt;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the next attempts at partitions that wait: each a StepExecution with the context of the one before, so that the
 * work goes on where that one stopped. Also finds the orphans. Every write demands the manager's epoch. Thread-safe.
 */
public final class Attempts {

    private static final String NEXT = """
            with next as materialized (
                select p.instance_id, p.number, p.step_execution_id as last,
                       nextval('migrate.batch_step_execution_seq') as id
                from migrate.partition p
                where p.instance_id = :instance and p.state = 'waiting' and not p.fresh
                order by p.number
                for update
            ), step as (
                %s
            ), context as (
                insert into migrate.batch_step_execution_context (step_execution_id, short_context, serialized_context)
                select n.id, c.short_context, c.serialized_context
                from next n join migrate.batch_step_execution_context c on c.step_execution_id = n.last
            )
            update migrate.partition p set step_execution_id = n.id, fresh = true
            from next n where p.instance_id = n.instance_id and p.number = n.number
            """.formatted(NewAttempt.of("next"));

    private static final String ADOPT = """
            update migrate.batch_step_execution s set job_execution_id = :execution
            from migrate.partition p
            where p.instance_id = :instance and p.state = 'waiting' and p.fresh
              and s.step_execution_id = p.step_execution_id and s.job_execution_id <> :execution
            """;

    private static final String REVIVE = """
            update migrate.partition set state = 'waiting', fruitless = 0
            where instance_id = :instance and state = 'failed'
            """;

    // A worker that was there before the server started anew need not have died of what it did: its session ended.
    // What a frozen worker has locked in the middle of a page is left for next time: nothing else waits for it.
    private static final String RELEASE_ORPHANS = """
            with orphan as materialized (
                select p.number, p.fence, p.worker, 'pid ' || w.pid || ' on ' || w.host || ' was gone' as reason,
                       p.page = p.pages_at_claim and p.fruitless + 1 >=
                           case when w.joined > pg_postmaster_start_time() then :limit else 4 * :limit end as hopeless
                from migrate.partition p join migrate.worker w on w.id = p.worker
                where p.instance_id = :instance and p.state = 'claimed' and not %s
                for update of p skip locked
            ), released as (
                update migrate.partition p
                set state = case when o.hopeless then 'failed' else 'waiting' end,
                    fruitless = case when p.page > p.pages_at_claim then 0 else p.fruitless + 1 end,
                    reason = case when o.hopeless
                             then o.reason || ', after ' || (p.fruitless + 1) || ' attempts in a row that did no page of it'
                             else o.reason end,
                    worker = null
                from orphan o
                where p.instance_id = :instance and p.number = o.number and p.state = 'claimed'
                  and p.worker = o.worker and p.fence = o.fence
                returning p.step_execution_id, p.reason
            )
            update migrate.batch_step_execution s
            set status = 'FAILED', exit_code = 'FAILED', exit_message = released.reason, end_time = :now,
                last_updated = :now, version = version + 1
            from released where s.step_execution_id = released.step_execution_id
            """.formatted(Alive.process("p.worker"));

    private final JdbcClient repository;
    private final RunTable runs;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Attempts(JdbcClient repository, RunTable runs, TransactionOperations transaction, Clock clock) {
        this.repository = repository;
        this.runs = runs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Readies the partitions of a new execution: what failed waits again, and what waits gets an attempt in this execution.
     * Claims that stand are left alone.
     */
    public void ready(Management management) {
        asManager(management, () -> {
            repository.sql(REVIVE).param("instance", management.instance()).update();
            bound(ADOPT, management).update();
            next(management);
        });
    }

    /** Takes over the attempts that were made for an earlier execution while this one began. */
    public void adopt(Management management) {
        asManager(management, () -> bound(ADOPT, management).update());
    }

    /**
     * Lets what dead workers held wait again, and gives whatever waits without one its next attempt.
     *
     * @return how many attempts were made
     */
    public int renew(Management management) {
        Integer made = transaction.execute(status -> {
            runs.demandEpoch(management.instance(), management.epoch());
            repository
                    .sql(RELEASE_ORPHANS)
                    .param("instance", management.instance())
                    .param("limit", Fruitless.LIMIT)
                    .param("now", LocalDateTime.now(clock))
                    .update();
            return next(management);
        });
        return Objects.requireNonNull(made);
    }

    /** Writes something in a transaction that demands the manager's epoch. */
    public void asManager(Management management, Runnable write) {
        transaction.executeWithoutResult(status -> {
            runs.demandEpoch(management.instance(), management.epoch());
            write.run();
        });
    }

    private int next(Management management) {
        int made =
                bound(NEXT, management).param("now", LocalDateTime.now(clock)).update();
        if (made > 0) {
            repository.sql("select pg_notify('migrate', '')").query().listOfRows();
        }
        return made;
    }

    private StatementSpec bound(String sql, Management management) {
        return repository.sql(sql).param("instance", management.instance()).param("execution", management.execution());
    }
}
