package dev.migrate.engine.plan;

import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.ManagerReplaced;
import dev.migrate.engine.run.NewAttempt;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.run.StoredKey;
import dev.migrate.table.page.RangeProgress;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes a plan: its partitions and their first StepExecutions, in bulk, in one transaction with the mark that says that it
 * is there. A crash leaves all of it or nothing. Thread-safe.
 */
public final class PlanTable {

    private static final int BULK = 10_000;

    private static final String MARK = """
            update migrate.run set planned_at = now(), estimated_rows = :rows
            where instance_id = :instance and epoch = :epoch and planned_at is null
            """;

    private static final String INSERT = """
            with planned as materialized (
                select p.*, nextval('migrate.batch_step_execution_seq') as id
                from unnest(:numbers::int[], :databases::text[], :lowers::jsonb[], :uppers::jsonb[], :briefs::text[],
                            :fulls::text[]) p (number, database, lower, upper, brief, full_context)
            ), step as (
                %s
            ), context as (
                insert into migrate.batch_step_execution_context (step_execution_id, short_context, serialized_context)
                select id, brief, full_context from planned
            )
            insert into migrate.partition (instance_id, number, database, lower, upper, step_execution_id)
            select :instance, number, database, lower, upper, id from planned
            """.formatted(NewAttempt.of("planned"));

    private final JdbcClient repository;
    private final TransactionOperations transaction;
    private final StoredContext contexts;
    private final Clock clock;

    public PlanTable(JdbcClient repository, TransactionOperations transaction, StoredContext contexts, Clock clock) {
        this.repository = repository;
        this.transaction = transaction;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** Partitions, however many; they may be asked for again when they could not be written. */
    @FunctionalInterface
    public interface Partitions {

        /** Hands over each of them, in the order of their numbers. */
        void forEach(Consumer<PlannedPartition> taker);
    }

    /**
     * Writes a plan, if there is none yet.
     *
     * @param rows about how many the job will read
     * @param partitions asked within the transaction
     */
    public void write(Management management, long rows, Partitions partitions) {
        transaction.executeWithoutResult(status -> {
            if (!isWritten(management)) {
                mark(management, rows);
                insert(management, partitions);
            }
        });
    }

    private void insert(Management management, Partitions partitions) {
        List<PlannedPartition> bulk = new ArrayList<>();
        partitions.forEach(partition -> {
            bulk.add(partition);
            if (bulk.size() == BULK) {
                insert(management, bulk);
                bulk.clear();
            }
        });
        if (!bulk.isEmpty()) {
            insert(management, bulk);
        }
    }

    /** It is when the commit of an earlier try went unheard. */
    private boolean isWritten(Management management) {
        return repository
                .sql(
                        "select planned_at is not null from migrate.run where instance_id = :instance and epoch = :epoch for update")
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .query(Boolean.class)
                .optional()
                .orElseThrow(ManagerReplaced::new);
    }

    private void mark(Management management, long rows) {
        int marked = repository
                .sql(MARK)
                .param("rows", rows)
                .param("instance", management.instance())
                .param("epoch", management.epoch())
                .update();
        if (marked != 1) {
            throw new ManagerReplaced();
        }
    }

    private void insert(Management management, List<PlannedPartition> partitions) {
        List<StoredContext.Columns> columns = partitions.stream()
                .map(p -> contexts.write(RangeProgress.of(p.range(), p.order()).toMap()))
                .toList();
        repository
                .sql(INSERT)
                .param(
                        "numbers",
                        partitions.stream().map(PlannedPartition::number).toArray(Integer[]::new))
                .param(
                        "databases",
                        each(
                                partitions,
                                p -> p.database() == null ? null : p.database().value()))
                .param("lowers", each(partitions, p -> StoredKey.json(p.range().lower())))
                .param("uppers", each(partitions, p -> StoredKey.json(p.range().upper())))
                .param("briefs", each(columns, StoredContext.Columns::brief))
                .param("fulls", each(columns, StoredContext.Columns::full))
                .param("instance", management.instance())
                .param("execution", management.execution())
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    private static <T> @Nullable String[] each(List<T> list, Function<T, @Nullable String> part) {
        return list.stream().map(part).toArray(String[]::new);
    }
}
