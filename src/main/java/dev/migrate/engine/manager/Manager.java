package dev.migrate.engine.manager;

import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.instance.Instances;
import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.ManagerReplaced;
import dev.migrate.engine.instance.Run;
import dev.migrate.engine.presence.ManagerSeat;
import dev.migrate.engine.presence.ProcessName;
import dev.migrate.engine.presence.Sessions;
import dev.migrate.engine.retry.Retries;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.job.Outcome;
import dev.migrate.job.PreparedJob;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;

/**
 * Runs a job instance: the only manager of it as long as its presence lasts. Killed at any moment, the next one for the same
 * job and parameters takes over: what is done stays done, and live workers are left alone. Thread-safe.
 */
public final class Manager {

    private final CheckOnly only;
    private final Instances instances;
    private final Retries retries;
    private final Preparations preparations;
    private final ManagerTables tables;
    private final ManagerJobs jobs;
    private final Outcomes outcomes;

    Manager(
            CheckOnly only,
            Instances instances,
            Retries retries,
            Preparations preparations,
            ManagerTables tables,
            ManagerJobs jobs,
            Outcomes outcomes) {
        this.only = only;
        this.instances = instances;
        this.retries = retries;
        this.preparations = preparations;
        this.tables = tables;
        this.jobs = jobs;
        this.outcomes = outcomes;
    }

    /** Lends threads of this very process to an instance. */
    @FunctionalInterface
    public interface OwnWorkers {
        Lent lendTo(long instance);
    }

    /** Threads that were lent. */
    public interface Lent {

        /** None. */
        Lent NONE = new Lent() {
            @Override
            public void demandAtWork() {}

            @Override
            public void takeBack() {}
        };

        /** Throws why they have ended, if they have. */
        void demandAtWork();

        /** Returns when their pages in hand are finished, and what they had is given back. */
        void takeBack();
    }

    /** What a manager runs on. */
    public record Surroundings(Sessions sessions, RequestTransport transport, OwnWorkers workers, StopSignal stop) {}

    /** Runs or resumes what is asked for, and returns when there is nothing more to do now. */
    public Outcome run(RunRequest request, PreparedJob job, Surroundings surroundings, RunListener listener)
            throws SQLException, JobInterruptedException {
        Optional<ManagerSeat> taken =
                ManagerSeat.take(surroundings.sessions(), request.name().toString());
        if (taken.isEmpty()) {
            return outcomes.runningElsewhere(newest(request).orElse(null));
        }
        try (ManagerSeat seat = taken.get()) {
            Run newest = newest(request).orElse(null);
            if (newest != null && isOver(newest, request)) {
                return outcomes.abandoned(newest);
            }
            only.check(request, job, newest);
            Run run = request.retryOf().isPresent()
                    ? retries.instance(request, job, newest)
                    : instances.instance(request, newest);
            return run.isComplete()
                    ? outcomes.alreadyComplete(request, run)
                    : execute(request, job, run, seat, surroundings, listener);
        }
    }

    /** What was set aside is not lost with a run that did it again: the next one does it. */
    private static boolean isOver(Run newest, RunRequest request) {
        return newest.isAbandoned() && !request.reset() && request.retryOf().isEmpty();
    }

    private Outcome execute(
            RunRequest request,
            PreparedJob job,
            Run run,
            ManagerSeat seat,
            Surroundings surroundings,
            RunListener listener)
            throws SQLException, JobInterruptedException {
        preparations.demandReady(run, job);
        OptionalLong raised = raiseEpoch(request, run, seat);
        if (raised.isEmpty()) {
            return outcomes.abandoned(newest(request).orElseThrow());
        }
        long epoch = raised.getAsLong();
        JobExecution execution = instances.nextExecution(request, run, epoch);
        Management management = new Management(run.instance(), execution.getId(), epoch);
        tables.attempts().asManager(management, () -> preparations.note(management, job));
        listener.started(execution.getId(), run.execution() != null);
        if (run.planned() && request.partitions().isPresent()) {
            listener.note(
                    "The partitions were cut when this run was begun, so --partitions is ignored; it counts with --reset.");
        }
        Lent own = surroundings.workers().lendTo(run.instance());
        try {
            jobs.job(request, job, run, management, new ManagerJobs.Live(seat, surroundings, own, listener))
                    .execute(execution);
        } catch (RuntimeException e) {
            return outcomes.unwritten(execution, e);
        } finally {
            own.takeBack();
        }
        return outcomes.of(request, execution);
    }

    /** Empty if the run was abandoned since it was read. */
    private OptionalLong raiseEpoch(RunRequest request, Run run, ManagerSeat seat) {
        try {
            return OptionalLong.of(
                    tables.runs().raiseEpoch(run, ProcessName.here().toString(), seat.number()));
        } catch (ManagerReplaced e) {
            if (newest(request).filter(Run::isAbandoned).isPresent()) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private Optional<Run> newest(RunRequest request) {
        return tables.runs().newest(request.name());
    }
}
