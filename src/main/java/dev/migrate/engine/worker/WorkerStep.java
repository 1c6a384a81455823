package dev.migrate.engine.worker;

import dev.migrate.job.Page;
import dev.migrate.job.PageWork;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.KeySpace;
import dev.migrate.table.page.KeysetPagingReader;
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
final class WorkerStep {

    private final ClaimedJobs jobs;
    private final AttemptStores stores;
    private final PlatformTransactionManager transactions;

    WorkerStep(ClaimedJobs jobs, AttemptStores stores, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.stores = stores;
        this.transactions = transactions;
    }

    /** Works on a claim until its end or until it must stop; how it ended is written then. */
    void execute(Claim claim, BooleanSupplier mustStop) {
        Attempt attempt = new Attempt(claim, mustStop);
        StepExecution execution = stepExecution(claim);
        try {
            PreparedJob job = jobs.of(claim.job());
            KeySpace space = ClaimedJobs.keySpace(job, claim);
            attempt.uses(space);
            work(attempt, job, jobs.reader(space, claim), execution);
        } catch (Exception | Error e) {
            stores.fail(attempt, execution, e);
        }
    }

    private void work(Attempt attempt, PreparedJob job, KeysetPagingReader reader, StepExecution execution)
            throws Exception {
        try (PageWork work = job.open(attempt.claim().partition())) {
            step(attempt, work, reader).execute(execution);
        }
    }

    /** Made without its builder, which searches reader, processor and writer for annotations: once for each partition. */
    Step step(Attempt attempt, PageWork work, KeysetPagingReader reader) throws Exception {
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
