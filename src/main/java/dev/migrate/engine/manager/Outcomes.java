package dev.migrate.engine.manager;

import dev.migrate.database.ServerMessage;
import dev.migrate.engine.instance.Run;
import dev.migrate.engine.instance.StepNames;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.job.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how a run ended, from what the repository holds. Thread-safe. */
final class Outcomes {

    private record Totals(long findings, long failedRows, long empty) {}

    private static final String TOTALS = """
            select coalesce(sum(missing + extra + different + broken), 0) as findings,
                   coalesce(sum(failed), 0) as failed_rows, count(*) filter (where read = 0) as empty
            from migrate.partition where instance_id = :instance
            """;

    private static final String ABANDONED = """
            select by, to_char(at, 'YYYY-MM-DD HH24:MI:SS') as at from migrate.steering
            where instance_id = :instance and verb = 'abandon' order by id desc limit 1
            """;

    private final JdbcClient repository;

    Outcomes(JdbcClient repository) {
        this.repository = repository;
    }

    Outcome of(RunRequest request, JobExecution execution) {
        return switch (execution.getStatus()) {
            case COMPLETED -> complete(request, execution);
            case STOPPED, STOPPING -> new Outcome.Stopped(execution.getId(), reason(execution));
            default -> new Outcome.Failed(execution.getId(), reason(execution));
        };
    }

    private Outcome complete(RunRequest request, JobExecution execution) {
        Totals totals = totals(execution.getJobInstanceId());
        return request.retryOf().isPresent()
                ? new Outcome.Retried(execution.getId(), totals.findings(), totals.failedRows(), totals.empty())
                : new Outcome.Completed(execution.getId(), totals.findings(), totals.failedRows());
    }

    /** What to say of an execution whose end the repository would not take. */
    Outcome unwritten(JobExecution execution, Exception refusal) {
        execution.addFailureException(refusal);
        return new Outcome.Failed(execution.getId(), reason(execution));
    }

    Outcome alreadyComplete(RunRequest request, Run run) {
        Totals totals = totals(run.instance());
        String when = String.valueOf(run.ended());
        return request.retryOf().isPresent()
                ? new Outcome.AlreadyRetried(execution(run), when, totals.findings(), totals.failedRows())
                : new Outcome.AlreadyComplete(execution(run), when, totals.findings(), totals.failedRows());
    }

    Outcome abandoned(Run run) {
        return repository
                .sql(ABANDONED)
                .param("instance", run.instance())
                .query((row, number) -> new Outcome.Abandoned(execution(run), row.getString("by"), row.getString("at")))
                .single();
    }

    Outcome runningElsewhere(@Nullable Run run) {
        return run == null
                ? new Outcome.RunningElsewhere(0, "a process that is just beginning", "now")
                : new Outcome.RunningElsewhere(
                        execution(run), String.valueOf(run.manager()), String.valueOf(run.managerSince()));
    }

    private Totals totals(long instance) {
        return repository
                .sql(TOTALS)
                .param("instance", instance)
                .query(Totals.class)
                .single();
    }

    private static long execution(Run run) {
        return run.execution() == null ? 0 : run.execution();
    }

    /** What ended the manager step, or the job before it had one. */
    static String reason(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .filter(step -> step.getStepName().equals(StepNames.MANAGER))
                .flatMap(manager -> manager.getFailureExceptions().stream())
                .findFirst()
                .or(() -> execution.getFailureExceptions().stream().findFirst())
                .map(ServerMessage::of)
                .orElse("no reason is known");
    }
}
