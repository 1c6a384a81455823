package dev.migrate.steering;

import dev.migrate.job.UserMistake;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Steers runs from anywhere. Each wish is one transaction: it locks the run, looks whether the wish makes sense, writes it, logs
 * it, and wakes those who obey; a crash leaves all of that or nothing. Thread-safe, and safe beside any other process.
 *
 * <p>All throw {@link UserMistake} if there is no such execution. {@code by} is whom the log names.
 */
public final class Steering {

    private final TransactionOperations transaction;
    private final FindRun runs;
    private final SteeringLog log;
    private final NewestRun newest;
    private final StopRun stop;
    private final PauseRun pause;
    private final ResumeRun resume;
    private final AbandonRun abandon;
    private final SetBrakes brakes;

    public Steering(JdbcClient repository, TransactionOperations transaction) {
        this.transaction = transaction;
        this.runs = new FindRun(repository);
        this.log = new SteeringLog(repository);
        this.newest = new NewestRun(repository);
        RunFlags flags = new RunFlags(repository);
        this.stop = new StopRun(flags, log);
        this.pause = new PauseRun(flags, log);
        this.resume = new ResumeRun(flags);
        this.abandon = new AbandonRun(repository, log);
        this.brakes = new SetBrakes(flags);
    }

    /** Has the pages in hand finished, and the execution end as stopped. */
    public Steered stop(long execution, String by) {
        return steer(execution, Verb.STOP, null, by, run -> stop.grant(run));
    }

    /** Has the pages in hand finished, and nothing new begun until it is resumed. */
    public Steered pause(long execution, String by) {
        return steer(execution, Verb.PAUSE, null, by, run -> pause.grant(run));
    }

    /** Lets a run that is paused go on. */
    public Steered resume(long execution, String by) {
        return steer(execution, Verb.RESUME, null, by, run -> resume.grant(run));
    }

    /** Ends a run that nobody is to go on with: it can only be begun anew. */
    public Steered abandon(long execution, String by) {
        return steer(execution, Verb.ABANDON, null, by, run -> abandon.grant(run, by));
    }

    /** Sets brakes by hand, in place of what the job file says, until they are set again. */
    public Steered throttle(long execution, BrakeChanges changes, String by) {
        return steer(execution, Verb.THROTTLE, changes.toString(), by, run -> brakes.grant(run, changes));
    }

    /** Why it would be another run that the command that began this execution means now; empty if it would not. */
    public Optional<String> begunAnew(long execution) {
        return newest.begunAnew(execution);
    }

    private Steered steer(long execution, Verb verb, @Nullable String detail, String by, Wish wish) {
        Steered steered = transaction.execute(status -> {
            FoundRun run = runs.lock(execution);
            Steered result = run.isNewest() ? wish.grant(run) : run.notTheNewest(verb);
            if (result instanceof Steered.Done) {
                log.write(run, verb, detail, by);
            }
            return result;
        });
        return Objects.requireNonNull(steered);
    }
}
