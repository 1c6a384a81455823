package dev.migrate.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.brake.signal.Signals;
import dev.migrate.engine.braking.BrakeNotes;
import dev.migrate.engine.braking.Brakes;
import dev.migrate.engine.braking.Braking;
import dev.migrate.engine.braking.Pace;
import dev.migrate.engine.channel.LocalTransport;
import dev.migrate.engine.channel.PostgresTransport;
import dev.migrate.engine.checkpoint.Checkpoints;
import dev.migrate.engine.checkpoint.RepositoryId;
import dev.migrate.engine.claim.Claims;
import dev.migrate.engine.manager.Manager;
import dev.migrate.engine.manager.ManagerFactory;
import dev.migrate.engine.outage.Outage;
import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.engine.split.SplitTable;
import dev.migrate.engine.step.AttemptStores;
import dev.migrate.engine.step.WorkerStep;
import dev.migrate.engine.worker.Workers;
import dev.migrate.engine.worker.Workforce;
import dev.migrate.job.Outcome;
import dev.migrate.table.ColumnRangePartitioner;
import dev.migrate.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine as one process has it: with a config directory, a way to the repository and databases of its own, so that it may
 * die or be cut off while others live.
 */
public final class EngineProcess implements AutoCloseable {

    public final HikariDataSource pool = new HikariDataSource();
    public final MortalDataSource way = new MortalDataSource(pool);
    public final JdbcClient repository = JdbcClient.create(way);
    public final JdbcTransactionManager transactions = new JdbcTransactionManager(way);
    public final ProcessDatabases databases;
    public final JobRepository jobs;
    private final Path config;
    private final EngineFixture engine;
    private final Clock clock;
    private final Patience patience;
    private final Checkpoints checkpoints;
    private final ExecutorService lookups = Executors.newCachedThreadPool();

    EngineProcess(EngineFixture engine, Path config) throws Exception {
        pool.setJdbcUrl(engine.databases.url(EngineFixture.REPOSITORY));
        pool.setMaximumPoolSize(10);
        pool.setMinimumIdle(0);
        this.databases = new ProcessDatabases(engine.databases);
        this.config = config;
        this.engine = engine;
        this.clock = engine.time;
        this.patience = new Patience(Duration.ofMinutes(1), clock, engine.time::pause);
        this.checkpoints = new Checkpoints(databases, new RepositoryId(repository));
        this.jobs = jobRepository();
    }

    private JobRepository jobRepository() throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(way);
        factory.setTransactionManager(transactions);
        factory.setTablePrefix("migrate.batch_");
        factory.setSerializer(new JacksonExecutionContextStringSerializer());
        factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    public JobDefinitions definitions() {
        return new JobDefinitions(new ConfigDirectory(config), new StandardEnvironment(), engine.types);
    }

    /** Runs a job as a command would: everything is made anew. */
    public Outcome run(RunRequest request, Wakeup wakeup, StopSignal stop, RunListener listener) throws Exception {
        PreparedJobs prepared = new PreparedJobs();
        OwnWorkforce workforce = new OwnWorkforce(workers(), prepared, wakeup);
        BrakeNotes notes = new BrakeNotes(databases, new Signals(databases, clock), brakes());
        return new JobRunner(prepared, notes, way, transports(wakeup), manager(wakeup), workforce)
                .run(request, stop, listener);
    }

    /** Lends threads as a {@code worker} command would. */
    public Workforce lend(int threads, boolean untilIdle, WorkerNews news) {
        return new WorkerRunner(transports(new Wakeup()), workers()).lend(threads, Optional.empty(), untilIdle, news);
    }

    private Transports transports(Wakeup wakeup) {
        return new Transports(
                engine.transport,
                Map.of(
                        PostgresTransport.NAME,
                        PostgresTransport::new,
                        LocalTransport.NAME,
                        () -> new LocalTransport(wakeup::wake),
                        HandTransport.NAME,
                        () -> engine.hand));
    }

    private Workers workers() {
        return new Workers(
                repository, way, definitions(), databases, claims(), workerStep(), checkpoints, patience, clock);
    }

    public Claims claims() {
        return new Claims(repository, transaction(), contexts(), clock);
    }

    public WorkerStep workerStep() {
        Braking braking = new Braking(brakes(), clock, patience.pause());
        SplitTable splits = new SplitTable(repository, transactions, contexts(), clock);
        return new WorkerStep(stores(), checkpoints, databases, braking, splits, lookups, transactions);
    }

    private Brakes brakes() {
        return new Brakes(databases, new Signals(databases, clock), new Pace(repository, transactions));
    }

    public AttemptStores stores() {
        Outage outage = new Outage(databases, patience.limit(), clock, patience.pause());
        return new AttemptStores(repository, contexts(), outage, clock);
    }

    public Manager manager(Wakeup wakeup) {
        return new ManagerFactory(jobs, repository, transaction(), contexts(), databases, checkpoints, patience, clock)
                .manager(planner(), wakeup);
    }

    public Planner planner() {
        Tables tables = new Tables(databases);
        return new Planner(tables, new ColumnRangePartitioner(databases, tables));
    }

    public StoredContext contexts() {
        return new StoredContext(new JacksonExecutionContextStringSerializer());
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    public Patience patience() {
        return patience;
    }

    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        pool.close();
    }
}
