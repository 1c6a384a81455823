package dev.migrate.engine.step;

import dev.migrate.engine.claim.Attempt;
import dev.migrate.engine.claim.ClaimEnd;
import dev.migrate.engine.run.StoredContext;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the worker step takes for its JobRepository: it writes the one StepExecution of a claim, together with what else a
 * claim's state consists of. The start was written with the claim; a page is stored in the chunk's transaction, the last one
 * together with the end; any other end is one transaction with the partition's new state. Used by one thread.
 */
public final class ClaimedStepRepository implements JobRepository {

    private static final String STORE_PAGE = """
            with position as (
                update migrate.batch_step_execution_context
                set short_context = :brief, serialized_context = :full where step_execution_id = :id
            )
            update migrate.batch_step_execution
            set status = :status, exit_code = :exit, end_time = :end, commit_count = :pages, read_count = :read, write_count = :written, process_skip_count = :skipped,
                last_updated = :now, version = version + 1
            where step_execution_id = :id
            """;

    private final JdbcClient repository;
    private final StoredContext contexts;
    private final ClaimEnd end;
    private final Attempt attempt;
    private final Clock clock;
    private boolean lastPageStored;
    private boolean ended;

    public ClaimedStepRepository(
            JdbcClient repository, StoredContext contexts, ClaimEnd end, Attempt attempt, Clock clock) {
        this.repository = repository;
        this.contexts = contexts;
        this.end = end;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Override
    public void update(StepExecution step) {
        if (step.getStatus() == BatchStatus.STARTED) {
            storePage(step);
        } else if (!ended) {
            ended = true;
            writeEnd(step);
        }
    }

    /** The last page's transaction has ended the claim already; if it came to nothing, the step has failed. */
    private void writeEnd(StepExecution step) {
        if (!lastPageStored || step.getStatus() != BatchStatus.COMPLETED) {
            end.write(attempt, step);
        }
    }

    private void storePage(StepExecution step) {
        if (attempt.takePageToStore()) {
            lastPageStored = attempt.isFinished();
            store(step, lastPageStored ? BatchStatus.COMPLETED : BatchStatus.STARTED);
            if (attempt.stopRequested()) {
                step.setTerminateOnly();
            }
        }
    }

    private void store(StepExecution step, BatchStatus status) {
        StoredContext.Columns context =
                contexts.write(step.getExecutionContext().toMap());
        LocalDateTime now = LocalDateTime.now(clock);
        repository
                .sql(STORE_PAGE)
                .param("id", step.getId())
                .param("brief", context.brief())
                .param("full", context.full())
                .param("status", status.name())
                .param("exit", status == BatchStatus.COMPLETED ? "COMPLETED" : "EXECUTING")
                .param("end", status == BatchStatus.COMPLETED ? now : null)
                .param("pages", attempt.pages())
                .param("read", attempt.ledger().read())
                .param("written", attempt.ledger().written())
                .param("skipped", attempt.ledger().skipped())
                .param("now", now)
                .update();
    }

    /** Stored by {@link #update(StepExecution)}, in the same statement. */
    @Override
    public void updateExecutionContext(StepExecution step) {
        step.getExecutionContext().clearDirtyFlag();
    }

    @Override
    public void update(JobExecution execution) {
        throw new UnsupportedOperationException("a worker does not write job executions");
    }

    @Override
    public void updateExecutionContext(JobExecution execution) {
        throw new UnsupportedOperationException("a worker does not write job executions");
    }

    @Override
    public JobInstance createJobInstance(String job, JobParameters parameters) {
        throw new UnsupportedOperationException("a worker does not create job instances");
    }
}
