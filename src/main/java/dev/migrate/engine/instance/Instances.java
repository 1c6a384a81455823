package dev.migrate.engine.instance;

import dev.migrate.database.repository.LeaveRun;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.job.UserMistake;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds or creates the job instance of a request, and its next execution. Spring Batch's own launcher is not used: it loads
 * every StepExecution there ever was to find out what one query tells, and refuses while a worker still works on a
 * partition. Called under the manager lock; killed anywhere in between, the next call finds what is there.
 */
public final class Instances {

    private static final String RUN_NUMBER = "migrate.run";
    private static final String RETRY_OF = "migrate.retry";

    private final JobRepository jobs;
    private final TransactionOperations transaction;
    private final RunTable runs;
    private final LeaveRun leaving;

    public Instances(JobRepository jobs, JdbcClient repository, TransactionOperations transaction, RunTable runs) {
        this.jobs = jobs;
        this.transaction = transaction;
        this.runs = runs;
        this.leaving = new LeaveRun(repository);
    }

    /**
     * The instance to go on with.
     *
     * @param newest the newest there is with these parameters
     * @throws UserMistake if the job file has changed since the instance was begun
     */
    public Run instance(RunRequest request, @Nullable Run newest) {
        if (newest == null) {
            return create(request, 1);
        }
        if (request.reset()) {
            leave(newest);
            return create(request, newest.number() + 1);
        }
        if (!newest.definitionHash().equals(request.definition().hash())) {
            throw new UserMistake(
                    "%s: the file has changed since this run was begun; put it back, or begin anew with --reset"
                            .formatted(request.definition().place("")));
        }
        return newest;
    }

    /** Sees to it that nobody works any more on a run that is begun anew, though its manager may have been killed. */
    public void leave(Run run) {
        transaction.executeWithoutResult(status -> {
            if (!leaving.leave(run.instance(), run.epoch(), LeaveRun.Ending.GONE)) {
                throw new ManagerReplaced();
            }
        });
    }

    /**
     * Ends what a dead manager left running, or Spring Batch in a state that it calls unknown because the repository was
     * away, and creates the next execution.
     *
     * @throws ManagerReplaced if this manager has been taken for dead
     */
    public JobExecution nextExecution(RunRequest request, Run run, long epoch) {
        transaction.executeWithoutResult(status -> {
            runs.demandEpoch(run.instance(), epoch);
            leaving.endBegun(run.instance(), LeaveRun.Ending.GONE);
        });
        JobInstance instance = Objects.requireNonNull(jobs.getJobInstance(run.instance()));
        return jobs.createJobExecution(instance, parameters(request, run.number()), new ExecutionContext());
    }

    /** A new instance, the first of its name or the next one. */
    public Run create(RunRequest request, int number) {
        String job = request.definition().name();
        JobParameters parameters = parameters(request, number);
        JobInstance instance = jobs.getJobInstance(job, parameters);
        if (instance == null) {
            instance = jobs.createJobInstance(job, parameters);
        }
        runs.create(
                instance.getInstanceId(),
                request.name(),
                number,
                request.definition().hash());
        return runs.newest(request.name()).orElseThrow();
    }

    private static JobParameters parameters(RunRequest request, int number) {
        Set<JobParameter<?>> parameters = new HashSet<>();
        request.parameters().forEach((name, value) -> parameters.add(new JobParameter<>(name, value, String.class)));
        if (number > 1) {
            parameters.add(new JobParameter<>(RUN_NUMBER, (long) number, Long.class));
        }
        request.retryOf().ifPresent(first -> parameters.add(new JobParameter<>(RETRY_OF, first, Long.class)));
        return new JobParameters(parameters);
    }
}
