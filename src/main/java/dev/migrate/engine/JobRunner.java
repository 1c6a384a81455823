package dev.migrate.engine;

import dev.migrate.engine.channel.LocalTransport;
import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.manager.Manager;
import dev.migrate.engine.presence.Presence;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.engine.worker.Worker;
import dev.migrate.engine.worker.Workers;
import dev.migrate.job.Outcome;
import dev.migrate.job.PreparedJob;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.batch.core.job.JobInterruptedException;

/**
 * Runs a job in this process: a manager and, reached through the step execution request channel, its workers. Whatever is
 * killed, the same request goes on where it was. Thread-safe; one run at a time.
 */
public final class JobRunner {

    /** Opens a session with the repository that no pool shares. */
    @FunctionalInterface
    public interface SessionFactory {
        Connection open() throws SQLException;
    }

    private final PreparedJobs prepared;
    private final SessionFactory sessions;
    private final Manager manager;
    private final Workers workers;
    private final Wakeup wakeup;

    public JobRunner(PreparedJobs prepared, SessionFactory sessions, Manager manager, Workers workers, Wakeup wakeup) {
        this.prepared = prepared;
        this.sessions = sessions;
        this.manager = manager;
        this.workers = workers;
        this.wakeup = wakeup;
    }

    /**
     * Runs or resumes a job and returns when there is nothing more to do now.
     *
     * @throws dev.migrate.job.UserMistake if the job cannot run as it is asked for; no run was begun or touched then
     */
    public Outcome run(RunRequest request, StopSignal stop, RunListener listener)
            throws SQLException, JobInterruptedException {
        PreparedJob job = prepared.prepare(request.definition(), request.parameters());
        job.notes().forEach(listener::note);
        try (Presence presence = Presence.join(sessions.open())) {
            Worker worker = workers.signOn(presence);
            try (RequestTransport transport = new LocalTransport(request.workers(), worker::handle, wakeup::wake)) {
                return manager.run(request, job, presence, transport, stop, listener);
            }
        }
    }
}
