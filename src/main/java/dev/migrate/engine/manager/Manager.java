package dev.migrate.engine.manager;

import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.presence.Presence;
import dev.migrate.engine.presence.ProcessName;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.StoredParameters;
import dev.migrate.job.Outcome;
import dev.migrate.job.PreparedJob;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;

/**
 * Runs a job instance: the only manager of it as long as its presence lasts. Killed at any moment, the next one for the same
 * job and parameters takes over: what is done stays done, and live workers are left alone. Thread-safe.
 */
public final class Manager {

    private final CheckOnly only;
    private final Instances instances;
    private final ManagerTables tables;
    private final ManagerJobs jobs;
    private final Outcomes outcomes;

    Manager(CheckOnly only, Instances instances, ManagerTables tables, ManagerJobs jobs, Outcomes outcomes) {
        this.only = only;
        this.instances = instances;
        this.tables = tables;
        this.jobs = jobs;
        this.outcomes = outcomes;
    }

    /** Runs or resumes what is asked for, and returns when there is nothing more to do now. */
    public Outcome run(
            RunRequest request,
            PreparedJob job,
            Presence presence,
            RequestTransport transport,
            StopSignal stop,
            RunListener listener)
            throws SQLException, JobInterruptedException {
        String name = request.definition().name() + " " + StoredParameters.write(request.parameters());
        boolean mine = presence.manage(name);
        Run newest = newest(request).orElse(null);
        if (!mine) {
            return outcomes.runningElsewhere(newest);
        }
        only.check(request, job, newest);
        Run run = instances.instance(request, newest);
        if (run.isComplete()) {
            return outcomes.alreadyComplete(run);
        }
        return execute(request, job, run, new Session(presence, transport, stop), listener);
    }

    /** What a manager runs on. */
    record Session(Presence presence, RequestTransport transport, StopSignal stop) {}

    private Outcome execute(RunRequest request, PreparedJob job, Run run, Session session, RunListener listener)
            throws JobInterruptedException {
        long epoch = tables.runs().raiseEpoch(run.instance(), ProcessName.here().toString());
        JobExecution execution = instances.nextExecution(request, run);
        Management management = new Management(run.instance(), execution.getId(), epoch);
        listener.started(execution.getId(), run.execution() != null);
        if (run.planned() && request.partitions().isPresent()) {
            listener.note(
                    "The partitions were cut when this run was begun, so --partitions is ignored; it counts with --reset.");
        }
        Job batchJob = jobs.job(request, job, run, management, session);
        try {
            batchJob.execute(execution);
        } catch (RuntimeException e) {
            return outcomes.unwritten(execution, e);
        }
        return outcomes.of(execution);
    }

    private Optional<Run> newest(RunRequest request) {
        return tables.runs().newest(request.definition().name(), request.parameters());
    }
}
