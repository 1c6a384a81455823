package dev.migrate.type.rows;

import dev.migrate.database.Query;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.FailedRow;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.PartitionWork;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.program.Programs;
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.PageSize;
import dev.migrate.table.page.RangeProgress;
import dev.migrate.testing.TestDatabases;
import dev.migrate.type.rows.program.RowPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.env.StandardEnvironment;

/** Two databases to fill with SQL, and jobs of type rows that run on them, page by page. */
final class RowJobs implements AutoCloseable {

    private final TestDatabases databases = new TestDatabases("shard1", "shard2");
    private final List<Duration> pauses = new ArrayList<>();
    private final List<FailedRow> failedRows = new ArrayList<>();
    private final Clock clock = ((InstantSource) this::now).withZone(ZoneOffset.UTC);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path config;
    private final Programs programs;
    private final RowPrograms rowPrograms;
    private Runnable onPause = () -> {};
    private Instant now = Instant.EPOCH;

    /** @param config an empty directory for the files of jobs */
    RowJobs(Path config) {
        this.config = config;
        this.programs = new Programs(config, new Wakeup());
        this.rowPrograms = new RowPrograms(programs, threads, pauses::add);
        write("application.yml", "migrate: {}\n");
    }

    TestDatabases databases() {
        return databases;
    }

    /** How long was waited between two attempts at a row. */
    List<Duration> pauses() {
        return pauses;
    }

    private void pause(Duration length) {
        pauses.add(length);
        onPause.run();
    }

    /** What is done whenever there is a pause between two attempts at a row. */
    void onPause(Runnable action) {
        onPause = action;
    }

    private Instant now() {
        return now;
    }

    /** Lets time pass. */
    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The rows that were set aside. */
    List<FailedRow> failedRows() {
        return failedRows;
    }

    /** Replaces all tables of both databases. */
    void fill(String sql) {
        String empty = "drop schema if exists public cascade; create schema public;";
        databases.execute("shard1", empty + sql);
        databases.execute("shard2", empty + sql);
        pauses.clear();
        onPause = () -> {};
        failedRows.clear();
    }

    /** Writes a file below the config directory. */
    void write(String file, String text) {
        try {
            Files.createDirectories(config.resolve(file).getParent());
            Files.writeString(config.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JobDefinition<?> load(String yaml) {
        write("jobs/job.yml", yaml);
        RowsJobType type = new RowsJobType(databases, new ConfigDirectory(config), this::pause, clock, rowPrograms);
        return new JobDefinitions(new ConfigDirectory(config), new StandardEnvironment(), List.of(type)).load("job");
    }

    PreparedJob prepare(String yaml) {
        return load(yaml).prepare(Map.of("day", "2026-01-01"));
    }

    /** A job over a table of shard1 with this handler. */
    PreparedJob prepare(String table, String handler) {
        return prepare(job(table, handler, "{}"));
    }

    static String job(String table, String handler, String onError) {
        return """
                type: rows
                source: {database: shard1, table: '%s'}
                handler: %s
                on-error: %s
                """.formatted(table, handler, onError);
    }

    /** Runs a job over all keys of all its databases, so many rows in a page. */
    Ledger run(PreparedJob job, int pageRows) throws Exception {
        Ledger ledger = Ledger.NONE;
        for (KeySpace space : job.keySpaces()) {
            ledger = ledger.plus(run(job, space, KeyRange.ALL, pageRows));
        }
        return ledger;
    }

    Ledger run(PreparedJob job, KeySpace space, KeyRange range, int pageRows) throws Exception {
        KeysetPagingReader pages = reader(space, range, pageRows);
        try (PartitionWork work = job.open(new Partition(1, 1, space.database(), range))) {
            return run(work, pages);
        } finally {
            pages.close();
        }
    }

    private Ledger run(PartitionWork work, KeysetPagingReader pages) throws Exception {
        Ledger ledger = Ledger.NONE;
        for (Page page = pages.read(); page != null; page = pages.read()) {
            PageResult result = apply(work, page);
            failedRows.addAll(result.failedRows());
            ledger = ledger.plus(result.ledger());
            pages.done(result, Duration.ofMillis(500));
        }
        return ledger;
    }

    private PageResult apply(PartitionWork work, Page page) throws Exception {
        if (!(work instanceof TargetWork writing)) {
            return ((PageWork) work).apply(page);
        }
        try (Connection connection = databases.dataSource(writing.target()).getConnection()) {
            connection.setAutoCommit(false);
            try {
                PageResult result = writing.apply(page, connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        }
    }

    private KeysetPagingReader reader(KeySpace space, KeyRange range, int pageRows) {
        KeysetPagingReader reader =
                new KeysetPagingReader(databases, space, PageSize.fixed(pageRows), task -> new Thread(task).start());
        reader.open(new ExecutionContext(RangeProgress.of(range).toMap()));
        return reader;
    }

    /** The first column of a query's rows, on the first database. */
    List<String> list(String sql) throws SQLException {
        return list("shard1", sql);
    }

    List<String> list(String database, String sql) throws SQLException {
        return new Query(databases.dataSource(new DatabaseName(database)))
                .list(BoundSql.of(sql), row -> row.getString(1));
    }

    @Override
    public void close() {
        rowPrograms.close();
        programs.close();
        threads.shutdown();
        databases.close();
    }
}
