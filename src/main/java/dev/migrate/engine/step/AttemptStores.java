package dev.migrate.engine.step;

import dev.migrate.engine.claim.Attempt;
import dev.migrate.engine.claim.ClaimEnd;
import dev.migrate.engine.outage.Outage;
import dev.migrate.engine.run.StoredContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where attempts write to: the repository, through what one attempt needs of it. Thread-safe. */
public final class AttemptStores {

    private final JdbcClient repository;
    private final StoredContext contexts;
    private final ClaimEnd end;
    private final Clock clock;

    public AttemptStores(JdbcClient repository, StoredContext contexts, Outage outage, Clock clock) {
        this.repository = repository;
        this.contexts = contexts;
        this.end = new ClaimEnd(repository, outage, clock);
        this.clock = clock;
    }

    public JobRepository repository(Attempt attempt) {
        return new ClaimedStepRepository(repository, contexts, end, attempt, clock);
    }

    /** Writes an attempt's pages, so many findings of the whole run. */
    public PageWriter writer(Attempt attempt, long mostFindings) {
        FindingTable findings = new FindingTable(repository, attempt.claim().partition(), mostFindings);
        return new PageWriter(repository, attempt, findings);
    }

    /** Begins a partition that is done in one go; how many the plan has. */
    int begin(Attempt attempt, Optional<Path> output) {
        return new OutputPlace(repository).store(attempt.claim(), output);
    }

    FailedRowLimit limit(Attempt attempt, long most) {
        return new FailedRowLimit(repository, attempt.claim().partition().instance(), most);
    }

    public Clock clock() {
        return clock;
    }

    /** Ends an attempt that could not even begin its step. */
    public void fail(Attempt attempt, StepExecution step, Throwable failure) {
        step.setStatus(BatchStatus.FAILED);
        step.addFailureException(failure);
        end.write(attempt, step);
    }
}
