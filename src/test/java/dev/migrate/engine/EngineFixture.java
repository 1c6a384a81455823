package dev.migrate.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.database.RepositorySchema;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.channel.PostgresTransport;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.engine.worker.Workforce;
import dev.migrate.job.JobType;
import dev.migrate.job.Outcome;
import dev.migrate.testing.TestDatabases;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The engine on a repository and databases of its own, with the job {@code trace} over the table {@code item} of each
 * database: a first process, which runs the jobs that a test asks for, and others beside it.
 */
public final class EngineFixture implements AutoCloseable {

    static final String REPOSITORY = "repository";

    public final TestDatabases databases;
    public final TracingJobType type;

    /** The job types that there are. */
    public final List<JobType<?>> types = new CopyOnWriteArrayList<>();

    public final SteppedTime time = new SteppedTime();
    public final HandTransport hand = new HandTransport();
    public final EngineProcess first;

    /** The first process's way to the repository. */
    public final MortalDataSource process;

    /** The executions that have begun. */
    public final List<Long> started = new CopyOnWriteArrayList<>();

    /** Why nothing went on, as the managers said it. */
    public final List<String> waits = new CopyOnWriteArrayList<>();

    /** By which transport requests go. */
    public String transport = PostgresTransport.NAME;

    /** Which job is run: {@code trace}, or {@code count}, which also writes. */
    public String job = "trace";

    /** What happens when an execution has just begun. */
    public Runnable whenStarted = () -> {};

    private final int rows;
    private final List<String> shards;
    private final Path config;
    private final JdbcClient asking;
    private final List<EngineProcess> processes = new ArrayList<>();
    private final List<Workforce> workforces = new ArrayList<>();

    /** With one database, {@code shop}. */
    public EngineFixture(Path directory, int rows) throws Exception {
        this(directory, rows, "shop");
    }

    /** With so many rows in each database. */
    public EngineFixture(Path directory, int rows, String... shards) throws Exception {
        databases = new TestDatabases(
                Stream.concat(Stream.of(REPOSITORY), Stream.of(shards)).toArray(String[]::new));
        this.rows = rows;
        this.shards = List.of(shards);
        type = new TracingJobType(databases);
        types.add(type);
        asking = JdbcClient.create(new DriverManagerDataSource(databases.url(REPOSITORY)));
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(databases.url(REPOSITORY));
            RepositorySchema.migrate(pool);
        }
        for (String shard : shards) {
            databases.execute(shard, "create table item (id bigint primary key, n int not null default 0)");
            databases.execute(shard, "insert into item select generate_series(1, " + rows + ")");
        }
        config = config(directory.resolve("config"), shards);
        first = another(config);
        process = first.way;
    }

    private static Path config(Path config, String... shards) throws IOException {
        Path jobs = Files.createDirectories(config.resolve("jobs"));
        Files.writeString(config.resolve("application.yml"), "migrate: {}\n");
        String source = "source: {databases: [" + String.join(", ", shards) + "], table: item}\npage-size: 100\n";
        Files.writeString(jobs.resolve("trace.yml"), "type: trace\n" + source);
        Files.writeString(jobs.resolve("count.yml"), "type: trace\ncounts: true\n" + source);
        return config;
    }

    /** Another process, with the same files. */
    public EngineProcess another() throws Exception {
        return another(config);
    }

    /** Another process, with a config directory of its own. */
    public EngineProcess another(Path itsConfig) throws Exception {
        EngineProcess another = new EngineProcess(this, itsConfig);
        processes.add(another);
        return another;
    }

    /** Has another process lend threads until the end of the test. */
    public EngineProcess worker(int threads) throws Exception {
        EngineProcess another = another();
        lend(another, threads, false, new WorkerNews() {});
        return another;
    }

    /** Has a process lend threads, until the end of the test if it does not end before. */
    public Workforce lend(EngineProcess lender, int threads, boolean untilIdle, WorkerNews news) {
        Workforce workforce = lender.lend(threads, untilIdle, news);
        workforces.add(workforce);
        return workforce;
    }

    /** Makes another config directory like the first. */
    public void copyConfig(Path other) throws IOException {
        Files.createDirectories(other.resolve("jobs"));
        for (String file : List.of("application.yml", "jobs/trace.yml", "jobs/count.yml")) {
            Files.copy(config.resolve(file), other.resolve(file));
        }
    }

    public Path jobFile() {
        return config.resolve("jobs").resolve("trace.yml");
    }

    public List<String> shards() {
        return shards;
    }

    /** How many rows there are in all databases. */
    public long rows() {
        return (long) rows * shards.size();
    }

    public JobDefinitions definitions() {
        return first.definitions();
    }

    public RunRequest request(int partitions) {
        return request(partitions, 2, OptionalInt.empty(), false);
    }

    public RunRequest request(int partitions, int workers) {
        return request(partitions, workers, OptionalInt.empty(), false);
    }

    /** Just one of the partitions. */
    public RunRequest only(int partitions, int number) {
        return request(partitions, 2, OptionalInt.of(number), false);
    }

    /** A new instance. */
    public RunRequest anew(int partitions, int workers) {
        return request(partitions, workers, OptionalInt.empty(), true);
    }

    /** Just the rows that an instance set aside, as the job is defined now. */
    public RunRequest retryOf(long instance, int workers) {
        return new RunRequest(
                        definitions().load(job),
                        Map.of(),
                        workers,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        false,
                        Optional.of(transport))
                .retrying(instance);
    }

    private RunRequest request(int partitions, int workers, OptionalInt only, boolean reset) {
        return new RunRequest(
                definitions().load(job),
                Map.of(),
                workers,
                OptionalInt.of(partitions),
                only,
                reset,
                Optional.of(transport));
    }

    /** Runs as a new process would: everything is made anew. */
    public Outcome run(RunRequest request) throws Exception {
        return run(request, new Wakeup());
    }

    public Outcome run(RunRequest request, Wakeup wakeup) throws Exception {
        return run(request, wakeup, new StopSignal(wakeup));
    }

    public Outcome run(RunRequest request, Wakeup wakeup, StopSignal stop) throws Exception {
        return first.run(request, wakeup, stop, new Listener());
    }

    /** Runs beside the test. */
    public Beside begin(RunRequest request) {
        Wakeup wakeup = new Wakeup();
        StopSignal stop = new StopSignal(wakeup);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        outcome.complete(run(request, wakeup, stop));
                    } catch (Throwable e) {
                        outcome.completeExceptionally(e);
                    }
                },
                "run beside the test");
        thread.setDaemon(true);
        thread.start();
        return new Beside(outcome, stop);
    }

    /** A run that goes on beside the test. */
    public record Beside(CompletableFuture<Outcome> running, StopSignal stop) {

        public Outcome outcome() throws Exception {
            return running.get(60, TimeUnit.SECONDS);
        }
    }

    private final class Listener implements RunListener {

        @Override
        public void started(long execution, boolean restart) {
            started.add(execution);
            whenStarted.run();
        }

        @Override
        public void note(String sentence) {}

        @Override
        public void waits(String reason) {
            waits.add(reason);
        }
    }

    /** One number that the repository answers with. */
    public long ask(String sql) {
        return asking.sql(sql).query(Long.class).single();
    }

    public boolean holds(String sql) {
        return asking.sql(sql).query(Boolean.class).single();
    }

    public String text(String sql) {
        return asking.sql(sql).query(String.class).single();
    }

    /** Numbers that a database answers with. */
    public List<Long> list(String database, String sql) {
        return JdbcClient.create(new DriverManagerDataSource(databases.url(database)))
                .sql(sql)
                .query(Long.class)
                .list();
    }

    public void sql(String sql) {
        TestServer.execute(databases.url(REPOSITORY), sql);
    }

    @Override
    public void close() {
        workforces.forEach(Workforce::leave);
        workforces.forEach(Workforce::close);
        processes.forEach(EngineProcess::close);
        databases.close();
    }
}
