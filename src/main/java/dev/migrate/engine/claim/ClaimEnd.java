package dev.migrate.engine.claim;

import dev.migrate.database.SqlProblem;
import dev.migrate.engine.outage.Outage;
import dev.migrate.engine.run.Fruitless;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ends a claim in one statement: the partition's state and its StepExecution's; before that, after a passing error, sits
 * out a database that is away. Done when all pages are; back to waiting
 * when the run is stopped or after a passing error, unless that is the third in a row without a page; else failed. Writes
 * nothing if the claim was overtaken, nor that it is done if the repository has not got every page. Thread-safe.
 */
public final class ClaimEnd {

    private static final String END = """
            with ended as (
                update migrate.partition
                set state = case when :state = 'waiting' and fruitless + 1 >= :limit and page = pages_at_claim
                                  and :passing then 'failed' else :state end,
                    fruitless = case when page > pages_at_claim or not :passing then 0 else fruitless + 1 end,
                    worker = null, reason = :reason
                where instance_id = :instance and number = :number and fence = :fence and state = 'claimed'
                  and (:state <> 'done' or page = :pages)
                returning step_execution_id
            )
            update migrate.batch_step_execution s
            set status = :status, exit_code = :status, exit_message = coalesce(:message, ''), end_time = :now,
                last_updated = :now, rollback_count = :rollbacks, version = version + 1
            from ended where s.step_execution_id = ended.step_execution_id
            """;

    private static final String WAITING = """
            update migrate.partition p set reason = :reason
            where instance_id = :instance and number = :number and fence = :fence and state = 'claimed'
            returning (select r.running and not r.stop from migrate.run r where r.instance_id = p.instance_id)
            """;

    private final JdbcClient repository;
    private final Outage outage;
    private final Clock clock;

    public ClaimEnd(JdbcClient repository, Outage outage, Clock clock) {
        this.repository = repository;
        this.outage = outage;
        this.clock = clock;
    }

    public void write(Attempt attempt, StepExecution step) {
        Throwable failure = failure(step.getFailureExceptions());
        boolean passing =
                failure != null && (failure instanceof Overtaken || SqlProblem.of(failure) == SqlProblem.PASSING);
        if (passing) {
            outage.sitOut(attempt.databases(), waitingFor -> tellWaiting(attempt, waitingFor));
        }
        String reason = failure == null || step.getStatus() == BatchStatus.STOPPED ? null : Reason.of(failure);
        Claim claim = attempt.claim();
        repository
                .sql(END)
                .param("state", state(step.getStatus(), attempt.isFinished(), passing))
                .param("passing", passing)
                .param("limit", Fruitless.LIMIT)
                .param("reason", reason)
                .param("instance", claim.partition().instance())
                .param("number", claim.partition().number())
                .param("fence", claim.fence())
                .param("status", step.getStatus().name())
                .param("message", reason)
                .param("pages", claim.page() + attempt.pages())
                .param("rollbacks", step.getRollbackCount())
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    /** Lets people see what a claim waits for; false if there is no use in waiting on. */
    private boolean tellWaiting(Attempt attempt, String waitingFor) {
        Claim claim = attempt.claim();
        boolean wanted = repository
                .sql(WAITING)
                .param("reason", waitingFor)
                .param("instance", claim.partition().instance())
                .param("number", claim.partition().number())
                .param("fence", claim.fence())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        return wanted && !attempt.stopRequested();
    }

    private static String state(BatchStatus status, boolean finished, boolean passing) {
        return switch (status) {
            case COMPLETED -> finished ? "done" : "waiting";
            case STOPPED -> "waiting";
            default -> passing ? "waiting" : "failed";
        };
    }

    /** The innermost thing that went wrong: what Spring Batch wraps says nothing. */
    private static @Nullable Throwable failure(List<Throwable> failures) {
        Throwable failure = failures.isEmpty() ? null : failures.get(0);
        while (failure != null && failure.getCause() != null && isWrapper(failure)) {
            failure = failure.getCause();
        }
        return failure;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure.getClass().getName().startsWith("org.springframework.batch")
                || failure instanceof java.util.concurrent.ExecutionException
                || failure instanceof java.util.concurrent.CompletionException;
    }
}
