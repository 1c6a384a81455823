package dev.migrate.engine.step;

import dev.migrate.database.Databases;
import dev.migrate.engine.accept.AcceptedRun;
import dev.migrate.engine.braking.AttemptBrakes;
import dev.migrate.engine.braking.Braking;
import dev.migrate.engine.braking.Orders;
import dev.migrate.engine.checkpoint.CheckpointedPages;
import dev.migrate.engine.checkpoint.Checkpoints;
import dev.migrate.engine.claim.Attempt;
import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.instance.RunDatabases;
import dev.migrate.engine.split.SplitTable;
import dev.migrate.engine.split.Straggler;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.PartitionWork;
import dev.migrate.job.TargetWork;
import dev.migrate.job.WholeWork;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.WholeRange;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.item.ChunkOrientedStep;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The worker step: chunk-oriented, an item is a page, a chunk is one page. Never fault-tolerant: Spring Batch retries inside
 * the broken transaction and loses items when it is killed while it scans. Thread-safe; each claim gets a step of its own.
 */
public final class WorkerStep {

    private final AttemptStores stores;
    private final Checkpoints checkpoints;
    private final Databases databases;
    private final Braking braking;
    private final SplitTable splits;
    private final Executor lookups;
    private final PlatformTransactionManager transactions;

    /** @param lookups asks databases where the next page ends, while this one is worked on */
    public WorkerStep(
            AttemptStores stores,
            Checkpoints checkpoints,
            Databases databases,
            Braking braking,
            SplitTable splits,
            Executor lookups,
            PlatformTransactionManager transactions) {
        this.stores = stores;
        this.checkpoints = checkpoints;
        this.databases = databases;
        this.braking = braking;
        this.splits = splits;
        this.lookups = lookups;
        this.transactions = transactions;
    }

    /** Works on a claim until its end or until it must stop; how it ended is written then. */
    public void execute(Claim claim, AcceptedRun run, Orders orders) {
        Attempt attempt = new Attempt(claim, orders::mustStop);
        StepExecution execution = stepExecution(claim);
        try (PartitionWork work = open(attempt, run)) {
            if (work instanceof WholeWork whole) {
                whole(attempt, run, whole, execution, orders).execute(execution);
            } else {
                paged(attempt, run, work, execution, orders).execute(execution);
            }
        } catch (Exception | Error e) {
            stores.fail(attempt, execution, e);
        }
    }

    private static PartitionWork open(Attempt attempt, AcceptedRun run) {
        Partition partition = attempt.claim().partition();
        if (partition.database() != null) {
            attempt.uses(RunDatabases.needed(run.job(), run.keySpace(partition.database())));
        }
        return run.job().open(partition);
    }

    private Step whole(Attempt attempt, AcceptedRun run, WholeWork work, StepExecution execution, Orders orders)
            throws Exception {
        DatabaseName database = attempt.claim().partition().database();
        WholeRange range = database == null
                ? WholeRange.withoutTable()
                : WholeRange.of(databases, run.keySpace(database), lookups);
        BooleanSupplier mustStop = () -> attempt.stopRequested() || !orders.runGoesOn();
        int partitions = stores.begin(attempt, work.output());
        return step(
                attempt,
                braking.of(attempt, run, orders).before(range, execution),
                new WholeProcessor(work, attempt, execution, partitions, mustStop, stores.clock()),
                run.job().mostFindings());
    }

    private Step paged(Attempt attempt, AcceptedRun run, PartitionWork work, StepExecution execution, Orders orders)
            throws Exception {
        DatabaseName database =
                Objects.requireNonNull(attempt.claim().partition().database());
        AttemptBrakes brakes = braking.of(attempt, run, orders);
        KeysetPagingReader reader =
                new KeysetPagingReader(databases, run.keySpace(database), brakes.pageSize(), lookups);
        FailedRowLimit limit = stores.limit(attempt, run.job().mostFailedRows());
        return step(
                attempt,
                brakes.before(new AttemptReader<>(reader, attempt, straggler(attempt, reader, orders)), execution),
                new PageProcessor(pages(attempt, work, reader, limit), reader, attempt, stores.clock()),
                run.job().mostFindings());
    }

    private Straggler straggler(Attempt attempt, KeysetPagingReader reader, Orders orders) {
        return new Straggler(splits, attempt.claim(), reader, orders::freeHands);
    }

    private PageWork pages(Attempt attempt, PartitionWork work, KeysetPagingReader reader, FailedRowLimit limit)
            throws SQLException {
        if (work instanceof TargetWork writing) {
            CheckpointedPages pages = checkpoints.open(attempt.claim(), limit.on(writing));
            pages.firstEnd().ifPresent(reader::firstEndsAt);
            return pages;
        }
        return limit.on((PageWork) work);
    }

    /**
     * The step of an attempt that goes page by page.
     *
     * @param mostFindings how many of the whole run are stored
     */
    public Step step(Attempt attempt, PageWork work, KeysetPagingReader reader, long mostFindings) throws Exception {
        return step(
                attempt,
                new AttemptReader<>(reader, attempt),
                new PageProcessor(work, reader, attempt, stores.clock()),
                mostFindings);
    }

    /** Made without its builder, which searches reader, processor and writer for annotations: once for each partition. */
    private <T> Step step(
            Attempt attempt, ItemReader<T> reader, ItemProcessor<T, DonePage> processor, long mostFindings)
            throws Exception {
        ChunkOrientedStep<T, DonePage> step = new ChunkOrientedStep<>(
                attempt.claim().stepName(),
                1,
                reader,
                stores.writer(attempt, mostFindings),
                stores.repository(attempt));
        step.setItemProcessor(processor);
        step.setTransactionManager(transactions);
        step.afterPropertiesSet();
        return step;
    }

    private static StepExecution stepExecution(Claim claim) {
        Claim.JobReference job = claim.job();
        JobExecution execution =
                new JobExecution(job.execution(), new JobInstance(job.instance(), job.name()), new JobParameters());
        StepExecution step = new StepExecution(claim.stepExecution(), claim.stepName(), execution);
        step.setExecutionContext(claim.context());
        return step;
    }
}
