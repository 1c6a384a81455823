package dev.migrate.engine.manager;

import dev.migrate.database.Databases;
import dev.migrate.engine.checkpoint.Checkpoints;
import dev.migrate.engine.instance.Attempts;
import dev.migrate.engine.instance.Instances;
import dev.migrate.engine.instance.Partitions;
import dev.migrate.engine.instance.RunDatabases;
import dev.migrate.engine.instance.RunState;
import dev.migrate.engine.instance.RunTable;
import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.plan.PlanTable;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.retry.Retries;
import dev.migrate.engine.retry.RowsLeft;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.run.Wakeup;
import java.time.Clock;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts a manager together from what Spring provides. */
public final class ManagerFactory {

    private final JobRepository jobs;
    private final JdbcClient repository;
    private final TransactionOperations transaction;
    private final StoredContext contexts;
    private final Databases databases;
    private final Checkpoints checkpoints;
    private final Patience patience;
    private final Clock clock;

    /** @param patience how long a manager waits for a repository that is away */
    public ManagerFactory(
            JobRepository jobs,
            JdbcClient repository,
            TransactionOperations transaction,
            StoredContext contexts,
            Databases databases,
            Checkpoints checkpoints,
            Patience patience,
            Clock clock) {
        this.jobs = jobs;
        this.repository = repository;
        this.transaction = transaction;
        this.contexts = contexts;
        this.databases = databases;
        this.checkpoints = checkpoints;
        this.patience = patience;
        this.clock = clock;
    }

    public Manager manager(Planner planner, Wakeup wakeup) {
        RunTable runs = new RunTable(repository);
        ManagerTables tables = new ManagerTables(
                runs,
                new RunState(repository),
                new Partitions(repository),
                new Attempts(repository, runs, transaction, clock),
                new PlanTable(repository, transaction, contexts, clock),
                new RowsLeft(repository));
        Instances instances = new Instances(jobs, repository, transaction, runs);
        RunDatabases runDatabases = new RunDatabases(repository, databases);
        return new Manager(
                new CheckOnly(tables.partitions(), planner),
                instances,
                new Retries(repository, instances, tables.rowsLeft(), runDatabases),
                new Preparations(runDatabases, checkpoints),
                tables,
                new ManagerJobs(jobs, repository, tables, planner, patience, clock, wakeup),
                new Outcomes(repository));
    }
}
