package dev.migrate.steering;

import dev.migrate.database.repository.LeaveRun;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code abandon}. */
final class AbandonRun {

    private static final String ABANDONED = "ABANDONED";

    // How it had ended stays, below it.
    private static final String MARK = """
            with newest as (
                update migrate.batch_job_execution
                set status = 'ABANDONED', exit_code = 'ABANDONED', version = version + 1,
                    exit_message = left(concat_ws(E'\\n', :message, nullif(exit_message, '')), 2500)
                where job_execution_id = :execution and status <> 'ABANDONED'
            )
            update migrate.run set execution_id = :execution where instance_id = :instance
            """;

    private static final String IN_HAND =
            "select count(*) from migrate.partition where instance_id = :instance and state = 'claimed'";

    private final JdbcClient repository;
    private final SteeringLog log;
    private final LeaveRun leaving;

    AbandonRun(JdbcClient repository, SteeringLog log) {
        this.repository = repository;
        this.log = log;
        this.leaving = new LeaveRun(repository);
    }

    Steered grant(FoundRun run, String by) {
        return refusal(run).<Steered>map(Steered.Refused::new).orElseGet(() -> abandon(run, "abandoned by " + by));
    }

    private Optional<String> refusal(FoundRun run) {
        if (run.managerAlive()) {
            return Optional.of(run.name() + " is managed by " + run.manager() + ", which is alive"
                    + (run.running() || !run.begun()
                            ? ": stop " + run.asked() + " first."
                            : "; try again in a moment."));
        }
        if (run.is("COMPLETED")) {
            return Optional.of(run.name() + " is complete" + run.since() + ": there is nothing to abandon.");
        }
        if (run.is(ABANDONED)) {
            return Optional.of(run.name() + " was abandoned already"
                    + log.last(run, Verb.ABANDON).map(asked -> ", " + asked).orElse("") + ".");
        }
        return Optional.empty();
    }

    private Steered abandon(FoundRun run, String message) {
        // The row is locked: nobody can have raised the epoch since it was read.
        if (!leaving.leave(run.instance(), run.epoch(), new LeaveRun.Ending(ABANDONED, message))) {
            throw new IllegalStateException("the run changed while it was locked");
        }
        repository
                .sql(MARK)
                .param("instance", run.instance())
                .param("execution", run.asked())
                .param("message", message)
                .update();
        return new Steered.Done(
                run.name() + " is abandoned: nobody goes on with it, and the command that began it runs it"
                        + " anew with --reset." + pagesInHand(run));
    }

    /** What is still claimed has a worker that lives. */
    private String pagesInHand(FoundRun run) {
        long inHand = repository
                .sql(IN_HAND)
                .param("instance", run.instance())
                .query(Long.class)
                .single();
        return inHand == 0
                ? ""
                : " Workers that live still finish the page in hand of " + inHand + " partition"
                        + (inHand == 1 ? "" : "s") + ".";
    }
}
