package dev.migrate.engine.worker;

import dev.migrate.database.Databases;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.accept.Acceptance;
import dev.migrate.engine.accept.RunBoard;
import dev.migrate.engine.brake.BrakedTable;
import dev.migrate.engine.checkpoint.Checkpoints;
import dev.migrate.engine.claim.Claims;
import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.presence.Sessions;
import dev.migrate.engine.step.WorkerStep;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes this process a worker. Thread-safe. */
public final class Workers {

    private final JdbcClient repository;
    private final Sessions sessions;
    private final JobDefinitions definitions;
    private final Databases databases;
    private final Claims claims;
    private final WorkerStep step;
    private final Checkpoints checkpoints;
    private final Patience patience;
    private final Clock clock;

    /** @param patience with a repository that is away */
    public Workers(
            JdbcClient repository,
            Sessions sessions,
            JobDefinitions definitions,
            Databases databases,
            Claims claims,
            WorkerStep step,
            Checkpoints checkpoints,
            Patience patience,
            Clock clock) {
        this.repository = repository;
        this.sessions = sessions;
        this.definitions = definitions;
        this.databases = databases;
        this.claims = claims;
        this.step = step;
        this.checkpoints = checkpoints;
        this.patience = patience;
        this.clock = clock;
    }

    /** Lends threads to runs, from now on and until the lending is closed. */
    public Workforce lend(Lending lending) {
        return new Workforce(sessions, patience, lending, this::worker, checkpoints::abortPages);
    }

    private Worker worker(int number, Lending lending, BooleanSupplier mustStop) {
        Acceptance acceptance = new Acceptance(
                definitions,
                lending.preparation(),
                databases,
                lending.transport().name());
        Long only = lending.instance();
        RunBoard board = new RunBoard(
                repository, number, acceptance, run -> only == null || run.instance() == only, lending.news());
        BrakedTable braked = new BrakedTable(repository, number, lending.news(), clock);
        return new Worker(number, claims, step, board, lending.news(), braked, mustStop);
    }
}
