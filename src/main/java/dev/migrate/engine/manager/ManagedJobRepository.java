package dev.migrate.engine.manager;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.NoSuchStepException;
import org.springframework.batch.core.step.StepExecution;

/**
 * The JobRepository as the manager's job and step use it: every update demands the manager's epoch, for Spring Batch's own
 * adopts the version that it finds, and a manager that was frozen would write over how its successor ended it. Thread-safe.
 */
final class ManagedJobRepository implements JobRepository {

    private final JobRepository jobs;
    private final Attempts attempts;
    private final Management management;

    ManagedJobRepository(JobRepository jobs, Attempts attempts, Management management) {
        this.jobs = jobs;
        this.attempts = attempts;
        this.management = management;
    }

    @Override
    public void update(JobExecution execution) {
        attempts.asManager(management, () -> jobs.update(execution));
    }

    @Override
    public void updateExecutionContext(JobExecution execution) {
        attempts.asManager(management, () -> jobs.updateExecutionContext(execution));
    }

    @Override
    public void update(StepExecution step) {
        attempts.asManager(management, () -> jobs.update(step));
    }

    @Override
    public void updateExecutionContext(StepExecution step) {
        attempts.asManager(management, () -> jobs.updateExecutionContext(step));
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
