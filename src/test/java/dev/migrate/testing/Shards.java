package dev.migrate.testing;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.job.JobType;
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
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.PageSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.env.StandardEnvironment;

/** Two databases to fill with SQL, and jobs that run on them, page by page, each page committed. */
public final class Shards implements AutoCloseable {

    private final TestDatabases databases = new TestDatabases("shard1", "shard2");
    private final Path config;
    private final JobType<?> type;

    /** @param config an empty directory for the job files */
    public Shards(Path config, Function<Databases, JobType<?>> type) {
        this.config = config;
        this.type = type.apply(databases);
    }

    public TestDatabases databases() {
        return databases;
    }

    /** Replaces all tables of both databases. */
    public void fill(String sql) {
        fill(sql, sql);
    }

    public void fill(String first, String second) {
        String empty = "drop schema if exists public, other cascade; create schema public;";
        databases.execute("shard1", empty + first);
        databases.execute("shard2", empty + second);
    }

    public PreparedJob prepare(String yaml) {
        return prepare(yaml, Map.of());
    }

    public PreparedJob prepare(String yaml, Map<String, String> parameters) {
        try {
            Files.createDirectories(config.resolve("jobs"));
            Files.writeString(config.resolve("application.yml"), "migrate: {}\n");
            Files.writeString(config.resolve("jobs/job.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JobDefinitions(new ConfigDirectory(config), new StandardEnvironment(), List.of(type))
                .load("job")
                .prepare(parameters);
    }

    /** Runs a job over all keys of all its databases, so many rows in a page; returns what came of the rows. */
    public Ledger run(PreparedJob job, int pageRows) throws Exception {
        return results(job, pageRows).stream().map(PageResult::ledger).reduce(Ledger.NONE, Ledger::plus);
    }

    /** Likewise; returns what came of each page. */
    public List<PageResult> results(PreparedJob job, int pageRows) throws Exception {
        List<PageResult> results = new ArrayList<>();
        for (KeySpace space : job.keySpaces()) {
            try (PartitionWork work = job.open(new Partition(1, 1, space.database(), KeyRange.ALL));
                    Connection connection =
                            databases.dataSource(space.database()).getConnection()) {
                connection.setAutoCommit(false);
                results.addAll(run(work, connection, reader(space, pageRows)));
            }
        }
        return results;
    }

    private static List<PageResult> run(PartitionWork work, Connection connection, KeysetPagingReader pages)
            throws Exception {
        List<PageResult> results = new ArrayList<>();
        for (Page page = pages.read(); page != null; page = pages.read()) {
            PageResult result = apply(work, page, connection);
            connection.commit();
            results.add(result);
            pages.done(result, Duration.ofMillis(500));
        }
        pages.close();
        return results;
    }

    /** Does a page, as the engine does those of a type that writes and of one that does not. */
    public static PageResult apply(PartitionWork work, Page page, Connection target) throws Exception {
        return work instanceof TargetWork writing ? writing.apply(page, target) : ((PageWork) work).apply(page);
    }

    private KeysetPagingReader reader(KeySpace space, int pageRows) {
        KeysetPagingReader reader =
                new KeysetPagingReader(databases, space, PageSize.fixed(pageRows), task -> new Thread(task).start());
        reader.open(new ExecutionContext());
        return reader;
    }

    /** The first column of a query's rows, on the first database. */
    public List<String> list(String sql) throws SQLException {
        return list("shard1", sql);
    }

    public List<String> list(String database, String sql) throws SQLException {
        return new Query(databases.dataSource(new DatabaseName(database)))
                .list(BoundSql.of(sql), row -> row.getString(1));
    }

    @Override
    public void close() {
        databases.close();
    }
}
