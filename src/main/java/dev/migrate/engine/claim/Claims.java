package dev.migrate.engine.claim;

import dev.migrate.engine.run.StoredContext;
import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.page.RangeProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Makes claims, each in one statement that commits by itself. Thread-safe. */
public final class Claims {

    // Who counts the claims on a database and then adds one must be alone.
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('migrate max-workers', 0))";

    /** The runs among which to look for a partition. */
    public interface Runs {

        /** Their instances: those in which claims are limited by a database, or those in which they are not. */
        Collection<Long> instances(boolean limited);
    }

    /**
     * What is looked for.
     *
     * @param stepExecution the attempt that is asked for
     * @param places by instance, beyond which number
     */
    private record Search(String sql, @Nullable Long stepExecution, Map<Long, Integer> places) {

        int beyond(long instance) {
            return places.getOrDefault(instance, 0);
        }
    }

    private final JdbcClient repository;
    private final TransactionOperations transaction;
    private final StoredContext contexts;
    private final Clock clock;
    private final AbandonedClaims abandoned;
    private final Onward onward;

    public Claims(JdbcClient repository, TransactionOperations transaction, StoredContext contexts, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.contexts = contexts;
        this.clock = clock;
        this.abandoned = new AbandonedClaims(repository, clock);
        this.onward = new Onward(clock);
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
        return claim(new Search(ClaimSql.ASKED_FOR, stepExecution, Map.of()), runs, worker);
    }

    /** Claims a partition that waits, in any of the runs. Empty if there is none that may be claimed now. */
    public Optional<Claim> next(Runs runs, int worker) {
        Map<Long, Integer> places = onward.places();
        Optional<Claim> claim = next(places, runs, worker);
        if (claim.isEmpty() && !places.isEmpty()) {
            onward.beginAgain();
            claim = next(Map.of(), runs, worker);
        }
        claim.map(Claim::partition).ifPresent(it -> onward.claimed(it.instance(), it.number()));
        return claim;
    }

    private Optional<Claim> next(Map<Long, Integer> places, Runs runs, int worker) {
        return claim(new Search(ClaimSql.NEXT, null, places), runs, worker);
    }

    private Optional<Claim> claim(Search search, Runs runs, int worker) {
        return claim(search, runs.instances(false), worker).or(() -> {
            Collection<Long> limited = runs.instances(true);
            return limited.isEmpty() ? Optional.empty() : alone(search, limited, worker);
        });
    }

    private Optional<Claim> alone(Search search, Collection<Long> instances, int worker) {
        Optional<Claim> claim = transaction.execute(status -> {
            repository.sql(ALONE).query().listOfRows();
            return claim(search, instances, worker);
        });
        return claim == null ? Optional.empty() : claim;
    }

    private Optional<Claim> claim(Search search, Collection<Long> instances, int worker) {
        if (instances.isEmpty()) {
            return Optional.empty();
        }
        return repository
                .sql(search.sql())
                .param("stepExecution", search.stepExecution())
                .param("instances", instances.toArray(Long[]::new))
                .param("beyond", instances.stream().map(search::beyond).toArray(Integer[]::new))
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
