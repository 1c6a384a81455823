package dev.migrate.engine.manager;

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
    private final Clock clock;

    public ManagerFactory(
            JobRepository jobs,
            JdbcClient repository,
            TransactionOperations transaction,
            StoredContext contexts,
            Clock clock) {
        this.jobs = jobs;
        this.repository = repository;
        this.transaction = transaction;
        this.contexts = contexts;
        this.clock = clock;
    }

    public Manager manager(Planner planner, Wakeup wakeup) {
        RunTable runs = new RunTable(repository);
        ManagerTables tables = new ManagerTables(
                runs,
                new Partitions(repository),
                new Attempts(repository, transaction, clock),
                new PlanTable(repository, transaction, contexts, clock));
        return new Manager(
                new CheckOnly(tables.partitions(), planner),
                new Instances(jobs, repository, runs),
                tables,
                new ManagerJobs(jobs, repository, tables, planner, clock, wakeup),
                new Outcomes(repository));
    }
}
