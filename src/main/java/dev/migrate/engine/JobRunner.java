package dev.migrate.engine;

import dev.migrate.engine.braking.BrakeNotes;
import dev.migrate.engine.channel.LocalTransport;
import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.manager.Manager;
import dev.migrate.engine.presence.Sessions;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.job.Outcome;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import java.sql.SQLException;
import org.springframework.batch.core.job.JobInterruptedException;

/**
 * Runs a job: its manager in this process and, if asked for, workers; others may join from elsewhere. Whatever is killed, the
 * same request goes on where it was. Thread-safe; one run at a time.
 */
public final class JobRunner {

    private final PreparedJobs prepared;
    private final BrakeNotes brakes;
    private final Sessions sessions;
    private final Transports transports;
    private final Manager manager;
    private final OwnWorkforce workforce;

    public JobRunner(
            PreparedJobs prepared,
            BrakeNotes brakes,
            Sessions sessions,
            Transports transports,
            Manager manager,
            OwnWorkforce workforce) {
        this.prepared = prepared;
        this.brakes = brakes;
        this.sessions = sessions;
        this.transports = transports;
        this.manager = manager;
        this.workforce = workforce;
    }

    /**
     * Runs or resumes a job and returns when there is nothing more to do now.
     *
     * @throws UserMistake if the job cannot run as it is asked for; no run was begun or touched then
     */
    public Outcome run(RunRequest request, StopSignal stop, RunListener listener)
            throws SQLException, JobInterruptedException {
        RequestTransport transport = transports.open(request.transport());
        if (request.workers() == 0 && transport.name().equals(LocalTransport.NAME)) {
            throw new UserMistake(
                    "--workers=0 leaves nobody to work over the transport local: leave one of the two out");
        }
        PreparedJob job = prepared.prepare(request.definition(), request.parameters());
        listener.prepared(job);
        job.notes().forEach(listener::note);
        brakes.pages(request.definition().common(), job).forEach(listener::note);
        Manager.OwnWorkers own = instance -> workforce.lendTo(instance, request.workers(), transport);
        return manager.run(request, job, new Manager.Surroundings(sessions, transport, own, stop), listener);
    }
}
