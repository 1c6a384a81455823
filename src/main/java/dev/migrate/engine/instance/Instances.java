package dev.migrate.engine.instance;

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

    private static final String END_LEFT_BEHIND = """
            with dead as (
                update migrate.batch_job_execution e
                set status = 'FAILED', exit_code = 'FAILED', exit_message = 'its manager was gone',
                    version = version + 1, last_updated = coalesce(last, e.last_updated),
                    end_time = greatest(e.start_time, e.create_time, last)
                from (select j.job_execution_id, max(s.last_updated) as last
                      from migrate.batch_job_execution j left join migrate.batch_step_execution s using (job_execution_id)
                      where j.job_instance_id = :instance and (j.end_time is null or j.status = 'UNKNOWN')
                      group by j.job_execution_id) l
                where e.job_execution_id = l.job_execution_id
            )
            update migrate.batch_step_execution s
            set status = 'FAILED', exit_code = 'FAILED', exit_message = 'its manager was gone',
                end_time = greatest(s.start_time, s.create_time, s.last_updated), version = s.version + 1
            from migrate.batch_job_execution e
            where e.job_instance_id = :instance and s.job_execution_id = e.job_execution_id
              and s.step_name = :manager and (s.end_time is null or s.status = 'UNKNOWN')
            """;

    private final JobRepository jobs;
    private final JdbcClient repository;
    private final TransactionOperations transaction;
    private final RunTable runs;

    public Instances(JobRepository jobs, JdbcClient repository, TransactionOperations transaction, RunTable runs) {
        this.jobs = jobs;
        this.repository = repository;
        this.transaction = transaction;
        this.runs = runs;
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
            runs.abandon(run);
            endLeftBehind(run);
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
            endLeftBehind(run);
        });
        JobInstance instance = Objects.requireNonNull(jobs.getJobInstance(run.instance()));
        return jobs.createJobExecution(instance, parameters(request, run.number()), new ExecutionContext());
    }

    private void endLeftBehind(Run run) {
        repository
                .sql(END_LEFT_BEHIND)
                .param("instance", run.instance())
                .param("manager", StepNames.MANAGER)
                .update();
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
