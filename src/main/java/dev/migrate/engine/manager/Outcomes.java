package dev.migrate.engine.manager;

import dev.migrate.database.ServerMessage;
import dev.migrate.engine.instance.Run;
import dev.migrate.engine.instance.StepNames;
import dev.migrate.job.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how a run ended, from what the repository holds. Thread-safe. */
final class Outcomes {

    private record Totals(long findings, long failedRows) {}

    private static final String TOTALS = """
            select coalesce(sum(missing + extra + different + broken), 0) as findings,
                   coalesce(sum(failed), 0) as failed_rows
            from migrate.partition where instance_id = :instance
            """;

    private final JdbcClient repository;

    Outcomes(JdbcClient repository) {
        this.repository = repository;
    }

    Outcome of(JobExecution execution) {
        return switch (execution.getStatus()) {
            case COMPLETED -> {
                Totals totals = totals(execution.getJobInstanceId());
                yield new Outcome.Completed(execution.getId(), totals.findings(), totals.failedRows());
            }
            case STOPPED, STOPPING -> new Outcome.Stopped(execution.getId(), reason(execution));
            default -> new Outcome.Failed(execution.getId(), reason(execution));
        };
    }

    /** What to say of an execution whose end the repository would not take. */
    Outcome unwritten(JobExecution execution, Exception refusal) {
        execution.addFailureException(refusal);
        return new Outcome.Failed(execution.getId(), reason(execution));
    }

    Outcome alreadyComplete(Run run) {
        Totals totals = totals(run.instance());
        return new Outcome.AlreadyComplete(
                execution(run), String.valueOf(run.ended()), totals.findings(), totals.failedRows());
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
