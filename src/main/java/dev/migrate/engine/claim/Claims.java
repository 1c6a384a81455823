package dev.migrate.engine.claim;

import dev.migrate.database.repository.Alive;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.page.RangeProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Makes claims, each in one statement that commits by itself. Thread-safe. */
public final class Claims {

    private static final String ASKED_FOR = """
            select p.instance_id, p.number from migrate.partition p
            where p.step_execution_id = :stepExecution and p.instance_id = any(:instances)
              and p.state = 'waiting' and p.fresh
              and (p.instance_id, p.database) not in (select instance_id, partition_database from full_up)
            for update skip locked
            """;

    // Any of the runs, so that all of them get on; the first of its partitions.
    private static final String NEXT = """
            select p.instance_id, p.number
            from (select r.instance_id, r.only_partition from migrate.run r
                  where r.instance_id = any(:instances) and r.running and not r.stop and not r.pause
                  order by random()) r
            cross join lateral (
                select p.instance_id, p.number from migrate.partition p
                where p.instance_id = r.instance_id and p.state = 'waiting' and p.fresh
                  and (r.only_partition is null or p.number = r.only_partition)
                  and (p.instance_id, p.database) not in (select instance_id, partition_database from full_up)
                order by p.number limit 1 for update skip locked
            ) p
            limit 1
            """;

    // A worker that does not know yet that it was taken for dead would claim what is taken away from it at once, and
    // claims
    // in vain are counted.
    private static final String CLAIM = """
            with full_up as materialized (
                select d.instance_id, d.partition_database from migrate.run_database d
                where d.instance_id = any(:instances) and d.max_workers <= (
                    select count(distinct (o.instance_id, o.number)) from migrate.partition o
                    join migrate.run_database u on u.instance_id = o.instance_id and u.partition_database = o.database
                    where o.state = 'claimed' and u.system_identifier = d.system_identifier and u.name = d.name)
            ), candidate as materialized (
            %s
            ), running as (
                select c.number, r.instance_id, r.execution_id, r.job
                from candidate c join migrate.run r using (instance_id)
                where r.running and not r.stop and not r.pause and (r.only_partition is null or r.only_partition = c.number)
                  and %s
                for share of r
            ), claimed as (
                update migrate.partition p
                set state = 'claimed', worker = :worker, fence = p.fence + 1, attempts = p.attempts + 1,
                    fresh = false, pages_at_claim = p.page, claimed_at = clock_timestamp(), reason = null
                from running
                where p.instance_id = running.instance_id and p.number = running.number
                  and p.state = 'waiting' and p.fresh
                returning p.instance_id, p.number, p.database, p.fence, p.page, p.step_execution_id
            ), begun as (
                update migrate.batch_step_execution s
                set status = 'STARTED', start_time = :now, last_updated = :now, version = version + 1
                from claimed where s.step_execution_id = claimed.step_execution_id
                returning s.step_name
            )
            select claimed.*, begun.step_name, running.execution_id, running.job,
                   coalesce(c.serialized_context, c.short_context) as context
            from claimed, begun, running, migrate.batch_step_execution_context c
            where c.step_execution_id = claimed.step_execution_id
            """;

    // Who counts the claims on a database and then adds one must be alone.
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('migrate max-workers', 0))";

    /** The runs among which to look for a partition. */
    public interface Runs {

        /** Their instances: those in which claims are limited by a database, or those in which they are not. */
        Collection<Long> instances(boolean limited);
    }

    private final JdbcClient repository;
    private final TransactionOperations transaction;
    private final StoredContext contexts;
    private final Clock clock;
    private final AbandonedClaims abandoned;

    public Claims(JdbcClient repository, TransactionOperations transaction, StoredContext contexts, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.contexts = contexts;
        this.clock = clock;
        this.abandoned = new AbandonedClaims(repository, clock);
    }

    /** Those that a worker has without knowing it. */
    public AbandonedClaims abandoned() {
        return abandoned;
    }

    /**
     * Claims the partition of which this is the next attempt. Empty if somebody else has it, the request is stale, the run
     * is not to go on or none of these, or a database that it needs has workers enough.
     */
    public Optional<Claim> asked(long stepExecution, Runs runs, int worker) {
        return claim(ASKED_FOR, stepExecution, runs, worker);
    }

    /** Claims a partition that waits, in any of the runs. Empty if there is none that may be claimed now. */
    public Optional<Claim> next(Runs runs, int worker) {
        return claim(NEXT, null, runs, worker);
    }

    private Optional<Claim> claim(String candidate, @Nullable Long stepExecution, Runs runs, int worker) {
        return claim(candidate, stepExecution, runs.instances(false), worker).or(() -> {
            Collection<Long> limited = runs.instances(true);
            return limited.isEmpty() ? Optional.empty() : alone(candidate, stepExecution, limited, worker);
        });
    }

    private Optional<Claim> alone(
            String candidate, @Nullable Long stepExecution, Collection<Long> instances, int worker) {
        Optional<Claim> claim = transaction.execute(status -> {
            repository.sql(ALONE).query().listOfRows();
            return claim(candidate, stepExecution, instances, worker);
        });
        return claim == null ? Optional.empty() : claim;
    }

    private Optional<Claim> claim(
            String candidate, @Nullable Long stepExecution, Collection<Long> instances, int worker) {
        if (instances.isEmpty()) {
            return Optional.empty();
        }
        return repository
                .sql(CLAIM.formatted(candidate, Alive.process(":worker")))
                .param("stepExecution", stepExecution)
                .param("instances", instances.toArray(Long[]::new))
                .param("worker", worker)
                .param("now", LocalDateTime.now(clock))
                .query((row, number) -> read(row))
                .optional();
    }

    private Claim read(ResultSet row) throws SQLException {
        ExecutionContext context = contexts.read(row.getString("context"));
        String database = row.getString("database");
        Partition partition = new Partition(
                row.getLong("instance_id"),
                row.getInt("number"),
                database == null ? null : new DatabaseName(database),
                RangeProgress.from(context).range());
        Claim.JobReference job =
                new Claim.JobReference(row.getLong("instance_id"), row.getLong("execution_id"), row.getString("job"));
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
