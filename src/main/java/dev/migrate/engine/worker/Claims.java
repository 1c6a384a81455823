package dev.migrate.engine.worker;

import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.run.StoredParameters;
import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.page.RangeProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes claims, each in one statement that commits by itself, and gives back those that nobody works on. Thread-safe. */
final class Claims {

    private static final String CLAIM = """
            with running as (
                select r.instance_id, r.execution_id, r.job, r.parameters, r.definition_hash
                from migrate.partition p join migrate.run r using (instance_id)
                where p.step_execution_id = :stepExecution and r.running and not r.stop
                for share of r
            ), claimed as (
                update migrate.partition p
                set state = 'claimed', worker = :worker, fence = p.fence + 1, attempts = p.attempts + 1,
                    fresh = false, pages_at_claim = p.page, reason = null
                from running
                where p.instance_id = running.instance_id and p.step_execution_id = :stepExecution
                  and p.state = 'waiting' and p.fresh
                returning p.instance_id, p.number, p.database, p.fence, p.page, p.step_execution_id
            ), begun as (
                update migrate.batch_step_execution s
                set status = 'STARTED', start_time = :now, last_updated = :now, version = version + 1
                from claimed where s.step_execution_id = claimed.step_execution_id
                returning s.step_name
            )
            select claimed.*, begun.step_name, running.execution_id, running.job, running.parameters,
                   running.definition_hash, coalesce(c.serialized_context, c.short_context) as context
            from claimed, begun, running, migrate.batch_step_execution_context c
            where c.step_execution_id = claimed.step_execution_id
            """;

    private static final String GIVE_BACK_ABANDONED = """
            with abandoned as (
                update migrate.partition set state = 'waiting', worker = null
                where worker = :worker and state = 'claimed' and step_execution_id = any (:abandoned)
                returning step_execution_id
            )
            update migrate.batch_step_execution s
            set status = 'STOPPED', exit_code = 'STOPPED', exit_message = 'its worker never heard that it had it',
                end_time = :now, last_updated = :now, version = version + 1
            from abandoned where s.step_execution_id = abandoned.step_execution_id and s.status = 'STARTED'
            """;

    private final JdbcClient repository;
    private final StoredContext contexts;
    private final Clock clock;

    Claims(JdbcClient repository, StoredContext contexts, Clock clock) {
        this.repository = repository;
        this.contexts = contexts;
        this.clock = clock;
    }

    /**
     * Claims the partition of which this is the next attempt. Empty if somebody else has it, the request is stale, or the
     * run is not to go on.
     */
    Optional<Claim> claim(long stepExecution, int worker) {
        return repository
                .sql(CLAIM)
                .param("stepExecution", stepExecution)
                .param("worker", worker)
                .param("now", LocalDateTime.now(clock))
                .query((row, number) -> read(row))
                .optional();
    }

    /**
     * Gives back what bears this worker's number though no thread of it works on it: claims whose commit went unheard.
     *
     * @param busy whether a thread is claiming or working on an attempt; asked only about claims that were there before, so
     *     that one made meanwhile is not taken for abandoned
     */
    int giveBackAbandoned(int worker, LongPredicate busy) {
        Long[] abandoned =
                held(worker).stream().filter(attempt -> !busy.test(attempt)).toArray(Long[]::new);
        return abandoned.length == 0 ? 0 : giveBack(worker, abandoned);
    }

    private List<Long> held(int worker) {
        return repository
                .sql("select step_execution_id from migrate.partition where worker = :worker and state = 'claimed'")
                .param("worker", worker)
                .query(Long.class)
                .list();
    }

    private int giveBack(int worker, Long[] abandoned) {
        return repository
                .sql(GIVE_BACK_ABANDONED)
                .param("worker", worker)
                .param("abandoned", abandoned)
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    private Claim read(ResultSet row) throws SQLException {
        ExecutionContext context = contexts.read(row.getString("context"));
        Partition partition = new Partition(
                row.getLong("instance_id"),
                row.getInt("number"),
                new DatabaseName(row.getString("database")),
                RangeProgress.from(context).range());
        Claim.JobReference job = new Claim.JobReference(
                row.getLong("instance_id"),
                row.getLong("execution_id"),
                row.getString("job"),
                StoredParameters.read(row.getString("parameters")),
                row.getString("definition_hash"));
        return new Claim(
                partition,
                job,
                row.getLong("step_execution_id"),
                row.getString("step_name"),
                row.getLong("fence"),
                row.getLong("page"),
                context);
    }
}
