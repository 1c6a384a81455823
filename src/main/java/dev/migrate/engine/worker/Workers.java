package dev.migrate.engine.worker;

import dev.migrate.database.Databases;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.outage.Outage;
import dev.migrate.engine.presence.Presence;
import dev.migrate.engine.presence.ProcessName;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.job.Pause;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes this process a worker. Thread-safe. */
public final class Workers {

    private final Claims claims;
    private final WorkerStep step;

    public Workers(
            JdbcClient repository,
            PlatformTransactionManager transactions,
            StoredContext contexts,
            JobDefinitions definitions,
            PreparedJobs prepared,
            Databases databases,
            Executor lookups,
            Clock clock,
            Pause pause) {
        this.claims = new Claims(repository, contexts, clock);
        this.step = new WorkerStep(
                new ClaimedJobs(definitions, prepared, databases, lookups),
                new AttemptStores(repository, contexts, new Outage(databases, clock, pause), clock),
                transactions);
    }

    /** Signs on: from now on claims may be made in the name of this presence. */
    public Worker signOn(Presence presence) throws SQLException {
        return new Worker(presence.signOn(ProcessName.here()), presence, claims, step);
    }
}
