package dev.migrate.engine.split;

import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.run.NewAttempt;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.run.StoredKey;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.page.RangeProgress;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cuts a claimed partition in two in one transaction: its owner's end, the new partition, and the first attempt at that.
 * Thread-safe. Whoever does not hear what came of it must end the claim: it may have been committed, and may be yet.
 */
public final class SplitTable {

    // Those who split one after the other find each other's numbers, and those who claim wait for them.
    private static final String GOING_ON = """
            select execution_id from migrate.run
            where instance_id = :instance and running and not stop and not pause and only_partition is null
            for no key update
            """;

    // One part at a time waits, however many owners see the same thread idle. Only the owner of a range puts something
    // behind it, so what comes next is known. Half of a sum is exact. Who else has locked the partition takes it over.
    private static final String SPLIT =
            """
            with whole as materialized (
                select p.instance_id, p.number, p.database, p.upper, p.step_execution_id,
                       (coalesce(p.place, p.number) + coalesce(next.place, coalesce(p.place, p.number) + 2)) * 0.5 as place,
                       (select max(number) + 1 from migrate.partition where instance_id = :instance) as new_number,
                       nextval('migrate.batch_step_execution_seq') as attempt
                from migrate.partition p
                left join lateral (
                    select coalesce(n.place, n.number) as place from migrate.partition n
                    where n.instance_id = p.instance_id and n.database = p.database
                      and coalesce(n.place, n.number) > coalesce(p.place, p.number)
                    order by coalesce(n.place, n.number) limit 1
                ) next on true
                where p.instance_id = :instance and p.number = :number and p.fence = :fence and p.state = 'claimed'
                  and p.page = :page
                  and not exists (select from migrate.partition n where n.instance_id = :instance and n.state = 'waiting')
                for update of p skip locked
            ), shortened as (
                update migrate.partition p set upper = :cut::jsonb, ending = :cut::jsonb
                from whole w where p.instance_id = w.instance_id and p.number = w.number
            ), rest as (
                update migrate.batch_step_execution_context c set short_context = :brief, serialized_context = :full
                from whole w where c.step_execution_id = w.step_execution_id
            ), attempt as (
                %s
            ), context as (
                insert into migrate.batch_step_execution_context (step_execution_id, short_context, serialized_context)
                select attempt, :newBrief, :newFull from whole
            )
            insert into migrate.partition
                (instance_id, number, database, lower, upper, ending, step_execution_id, place, split_from)
            select instance_id, new_number, database, :cut::jsonb, upper, :ending::jsonb, attempt, place, number from whole
            returning number
            """.formatted(NewAttempt.of("(select attempt as id, new_number as number from whole) made"));

    private final JdbcClient repository;
    private final TransactionOperations transaction;
    private final StoredContext contexts;
    private final Clock clock;

    /** @param transactions of the repository; the one in hand has sent nothing yet */
    public SplitTable(
            JdbcClient repository, PlatformTransactionManager transactions, StoredContext contexts, Clock clock) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.contexts = contexts;
        this.clock = clock;
    }

    /**
     * Leaves the keys up to {@code cut} to the owner, and makes a partition that waits of those above.
     *
     * @param progress of the claim, with each of its pages counted
     * @return the new partition's number; empty, and nothing has changed, if the claim was overtaken, the run is not to go on, or
     *     there is something else for others to do
     */
    public OptionalInt split(Claim claim, RangeProgress progress, KeyValue cut) {
        if (cut.equals(progress.position()) || cut.equals(progress.range().upper())) {
            throw new IllegalArgumentException("no part of " + progress.rest() + " lies on both sides of " + cut);
        }
        Optional<Integer> number = transaction.execute(
                status -> goingOn(claim).flatMap(execution -> split(claim, progress, cut, execution)));
        return number == null || number.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number.get());
    }

    private Optional<Long> goingOn(Claim claim) {
        return repository
                .sql(GOING_ON)
                .param("instance", claim.partition().instance())
                .query(Long.class)
                .optional();
    }

    private Optional<Integer> split(Claim claim, RangeProgress progress, KeyValue cut, long execution) {
        StoredContext.Columns kept = contexts.write(progress.endingAt(cut).toMap());
        StoredContext.Columns given = contexts.write(progress.beyond(cut).toMap());
        Optional<Integer> number = repository
                .sql(SPLIT)
                .param("instance", claim.partition().instance())
                .param("number", claim.partition().number())
                .param("fence", claim.fence())
                .param("page", progress.page())
                .param("cut", StoredKey.json(cut))
                .param("ending", StoredKey.json(progress.range().upper()))
                .param("brief", kept.brief())
                .param("full", kept.full())
                .param("newBrief", given.brief())
                .param("newFull", given.full())
                .param("execution", execution)
                .param("now", LocalDateTime.now(clock))
                .query(Integer.class)
                .optional();
        number.ifPresent(
                it -> repository.sql("select pg_notify('migrate', '')").query().listOfRows());
        return number;
    }
}
