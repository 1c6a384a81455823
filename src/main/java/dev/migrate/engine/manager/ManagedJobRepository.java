package dev.migrate.engine.manager;

import dev.migrate.engine.instance.Attempts;
import dev.migrate.engine.instance.Management;
import dev.migrate.engine.outage.Patience;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.NoSuchStepException;
import org.springframework.batch.core.step.StepExecution;

/**
 * The JobRepository as the manager's job and step use it: every update demands the manager's epoch, for Spring Batch's own
 * adopts the version that it finds, and a manager that was frozen would write over how its successor ended it. A repository
 * that is away is waited for. Thread-safe.
 */
final class ManagedJobRepository implements JobRepository {

    private final JobRepository jobs;
    private final StoredVersions versions;
    private final Attempts attempts;
    private final Management management;
    private final Patience patience;

    ManagedJobRepository(
            JobRepository jobs, StoredVersions versions, Attempts attempts, Management management, Patience patience) {
        this.jobs = jobs;
        this.versions = versions;
        this.attempts = attempts;
        this.management = management;
        this.patience = patience;
    }

    @Override
    public void update(JobExecution execution) {
        write(() -> {
            versions.adopt(execution);
            jobs.update(execution);
        });
    }

    @Override
    public void updateExecutionContext(JobExecution execution) {
        write(() -> jobs.updateExecutionContext(execution));
    }

    @Override
    public void update(StepExecution step) {
        write(() -> {
            versions.adopt(step);
            jobs.update(step);
        });
    }

    @Override
    public void updateExecutionContext(StepExecution step) {
        write(() -> jobs.updateExecutionContext(step));
    }

    private void write(Runnable update) {
        patience.insist(() -> attempts.asManager(management, update));
    }

    /** Not under the epoch: Spring Batch insists on a transaction of its own for what it creates. */
    @Override
    public StepExecution createStepExecution(String step, JobExecution execution) {
        return jobs.createStepExecution(step, execution);
    }

    @Override
    public JobInstance createJobInstance(String job, JobParameters parameters) {
        throw new UnsupportedOperationException("the instance of a running job is there");
    }

    @Override
    public @Nullable StepExecution getLastStepExecution(JobInstance instance, String step) {
        return jobs.getLastStepExecution(instance, step);
    }

    @Override
    public long getStepExecutionCount(JobInstance instance, String step) throws NoSuchStepException {
        return jobs.getStepExecutionCount(instance, step);
    }
}
