package dev.migrate.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.database.Databases;
import dev.migrate.database.RepositorySchema;
import dev.migrate.database.ServerFacts;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.manager.Manager;
import dev.migrate.engine.manager.ManagerFactory;
import dev.migrate.engine.manager.Planner;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.engine.worker.Workers;
import dev.migrate.job.Outcome;
import dev.migrate.job.Pause;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.ColumnRangePartitioner;
import dev.migrate.table.Tables;
import dev.migrate.testing.TestDatabases;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine on a repository and a database of its own, with the job {@code trace} over the table {@code item}. */
public final class EngineFixture implements AutoCloseable {

    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    public final TestDatabases databases = new TestDatabases("repository", "shop");
    public final HikariDataSource pool = new HikariDataSource();
    public final MortalDataSource process = new MortalDataSource(pool, this::endAllSessions);
    public final JdbcClient repository;
    public final JdbcTransactionManager transactions;
    public final JobRepository jobs;
    public final TracingJobType type = new TracingJobType(databases);
    public final List<Long> started = new ArrayList<>();
    public Pause pause = new Wakeup();

    /** What happens when an execution has just begun. */
    public Runnable whenStarted = () -> {};

    /** Why the database cannot be reached by the engine; null if it can. */
    public volatile @Nullable SQLException outage;

    private final Path config;
    private final ExecutorService lookups = Executors.newCachedThreadPool();

    public EngineFixture(Path directory, int rows) throws Exception {
        pool.setJdbcUrl(databases.url("repository"));
        pool.setMaximumPoolSize(10);
        pool.setMinimumIdle(0);
        RepositorySchema.migrate(pool);
        repository = JdbcClient.create(process);
        transactions = new JdbcTransactionManager(process);
        jobs = jobRepository();
        databases.execute("shop", "create table item (id bigint primary key, title text not null)");
        databases.execute("shop", "insert into item select i, 'title ' || i from generate_series(1, " + rows + ") i");
        config = config(directory);
    }

    private static Path config(Path directory) throws IOException {
        Path jobs = Files.createDirectories(directory.resolve("config").resolve("jobs"));
        Files.writeString(directory.resolve("config").resolve("application.yml"), "migrate: {}\n");
        Files.writeString(
                jobs.resolve("trace.yml"), "type: trace\nsource: {database: shop, table: item}\npage-size: 100\n");
        return directory.resolve("config");
    }

    private JobRepository jobRepository() throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(process);
        factory.setTransactionManager(transactions);
        factory.setTablePrefix("migrate.batch_");
        factory.setSerializer(new JacksonExecutionContextStringSerializer());
        factory.setIsolationLevelForCreate("ISOLATION_READ_COMMITTED");
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    public Path jobFile() {
        return config.resolve("jobs").resolve("trace.yml");
    }

    public JobDefinitions definitions() {
        return new JobDefinitions(new ConfigDirectory(config), new StandardEnvironment(), List.of(type));
    }

    public RunRequest request(int partitions) {
        return new RunRequest(
                definitions().load("trace"), Map.of(), 2, OptionalInt.of(partitions), OptionalInt.empty(), false);
    }

    /** Runs as a new process would: everything is made anew. */
    public Outcome run(RunRequest request) throws Exception {
        return run(request, new Wakeup());
    }

    public Outcome run(RunRequest request, Wakeup wakeup) throws Exception {
        return run(request, wakeup, new StopSignal(wakeup));
    }

    public Outcome run(RunRequest request, Wakeup wakeup, StopSignal stop) throws Exception {
        return runner(wakeup).run(request, stop, new RunListener() {
            @Override
            public void started(long execution, boolean restart) {
                started.add(execution);
                whenStarted.run();
            }

            @Override
            public void note(String sentence) {}
        });
    }

    private JobRunner runner(Wakeup wakeup) {
        StoredContext contexts = contexts();
        PreparedJobs prepared = new PreparedJobs();
        Workers workers = new Workers(
                repository, transactions, contexts, definitions(), prepared, reachable(), lookups, CLOCK, pause);
        return new JobRunner(
                prepared,
                () -> DriverManager.getConnection(databases.url("repository")),
                manager(wakeup),
                workers,
                wakeup);
    }

    /** As the server does when a process is killed. */
    private void endAllSessions() {
        sql("""
                select pg_terminate_backend(a.pid) from pg_stat_activity a
                where a.datname = current_database() and a.pid <> pg_backend_pid()
                """);
    }

    private Databases reachable() {
        return new Databases() {
            @Override
            public Set<DatabaseName> names() {
                return databases.names();
            }

            @Override
            public DataSource dataSource(DatabaseName name) {
                return new DelegatingDataSource(databases.dataSource(name)) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        SQLException failure = outage;
                        if (failure != null) {
                            throw failure;
                        }
                        return super.getConnection();
                    }
                };
            }

            @Override
            public ServerFacts facts(DatabaseName name) {
                return databases.facts(name);
            }
        };
    }

    public Manager manager(Wakeup wakeup) {
        Tables tables = new Tables(databases);
        Planner planner = new Planner(tables, new ColumnRangePartitioner(databases, tables));
        return new ManagerFactory(jobs, repository, new TransactionTemplate(transactions), contexts(), CLOCK)
                .manager(planner, wakeup);
    }

    public StoredContext contexts() {
        return new StoredContext(new JacksonExecutionContextStringSerializer());
    }

    /** One number that the repository answers with. */
    public long ask(String sql) {
        return repository.sql(sql).query(Long.class).single();
    }

    public String text(String sql) {
        return repository.sql(sql).query(String.class).single();
    }

    public void sql(String sql) {
        TestServer.execute(databases.url("repository"), sql);
    }

    @Override
    public void close() {
        lookups.shutdownNow();
        pool.close();
        databases.close();
    }
}
