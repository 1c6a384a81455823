package dev.migrate.engine.step;

import dev.migrate.database.Databases;
import dev.migrate.engine.accept.AcceptedRun;
import dev.migrate.engine.checkpoint.CheckpointedPages;
import dev.migrate.engine.checkpoint.Checkpoints;
import dev.migrate.engine.claim.Attempt;
import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.instance.RunDatabases;
import dev.migrate.job.Page;
import dev.migrate.job.PageWork;
import dev.migrate.job.PartitionWork;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.KeySpace;
import dev.migrate.table.page.KeysetPagingReader;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.item.ChunkOrientedStep;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The worker step: chunk-oriented, an item is a page, a chunk is one page. Never fault-tolerant: Spring Batch retries inside
 * the broken transaction and loses items when it is killed while it scans. Thread-safe; each claim gets a step of its own.
 */
public final class WorkerStep {

    private final AttemptStores stores;
    private final Checkpoints checkpoints;
    private final Databases databases;
    private final Executor lookups;
    private final PlatformTransactionManager transactions;

    /** @param lookups asks databases where the next page ends, while this one is worked on */
    public WorkerStep(
            AttemptStores stores,
            Checkpoints checkpoints,
            Databases databases,
            Executor lookups,
            PlatformTransactionManager transactions) {
        this.stores = stores;
        this.checkpoints = checkpoints;
        this.databases = databases;
        this.lookups = lookups;
        this.transactions = transactions;
    }

    /** Works on a claim until its end or until it must stop; how it ended is written then. */
    public void execute(Claim claim, AcceptedRun run, BooleanSupplier mustStop) {
        Attempt attempt = new Attempt(claim, mustStop);
        StepExecution execution = stepExecution(claim);
        try {
            KeySpace space = run.keySpace(claim.partition().database());
            attempt.uses(RunDatabases.needed(run.job(), space));
            work(attempt, run.job(), new KeysetPagingReader(databases, space, run.pageSize(), lookups), execution);
        } catch (Exception | Error e) {
            stores.fail(attempt, execution, e);
        }
    }

    private void work(Attempt attempt, PreparedJob job, KeysetPagingReader reader, StepExecution execution)
            throws Exception {
        try (PartitionWork work = job.open(attempt.claim().partition())) {
            step(attempt, pages(attempt, work, reader), reader).execute(execution);
        }
    }

    private PageWork pages(Attempt attempt, PartitionWork work, KeysetPagingReader reader) throws SQLException {
        if (work instanceof TargetWork writing) {
            CheckpointedPages pages = checkpoints.open(attempt.claim(), writing);
            pages.firstEnd().ifPresent(reader::firstEndsAt);
            return pages;
        }
        return (PageWork) work;
    }

    /** Made without its builder, which searches reader, processor and writer for annotations: once for each partition. */
    public Step step(Attempt attempt, PageWork work, KeysetPagingReader reader) throws Exception {
        ChunkOrientedStep<Page, DonePage> step = new ChunkOrientedStep<>(
                attempt.claim().stepName(),
                1,
                new AttemptReader(reader, attempt),
                stores.writer(attempt),
                stores.repository(attempt));
        step.setItemProcessor(new PageProcessor(work, reader, attempt, stores.clock()));
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
