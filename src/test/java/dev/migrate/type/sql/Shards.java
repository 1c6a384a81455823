package dev.migrate.type.sql;

import dev.migrate.database.Query;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.PageSize;
import dev.migrate.testing.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.env.StandardEnvironment;

/** Two databases to fill with SQL, and jobs of type sql that run on them, page by page, each page committed. */
final class Shards implements AutoCloseable {

    private final TestDatabases databases = new TestDatabases("shard1", "shard2");
    private final Path config;

    /** @param config an empty directory for the job files */
    Shards(Path config) {
        this.config = config;
    }

    TestDatabases databases() {
        return databases;
    }

    /** Replaces all tables of both databases. */
    void fill(String sql) {
        fill(sql, sql);
    }

    void fill(String first, String second) {
        String empty = "drop schema if exists public, other cascade; create schema public;";
        databases.execute("shard1", empty + first);
        databases.execute("shard2", empty + second);
    }

    PreparedJob prepare(String yaml) {
        return prepare(yaml, Map.of());
    }

    PreparedJob prepare(String yaml, Map<String, String> parameters) {
        try {
            Files.createDirectories(config.resolve("jobs"));
            Files.writeString(config.resolve("application.yml"), "migrate: {}\n");
            Files.writeString(config.resolve("jobs/job.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JobDefinitions(
                        new ConfigDirectory(config), new StandardEnvironment(), List.of(new SqlJobType(databases)))
                .load("job")
                .prepare(parameters);
    }

    /** Runs a job over all keys of all its databases, so many rows in a page. */
    Ledger run(PreparedJob job, int pageRows) throws Exception {
        Ledger ledger = Ledger.NONE;
        for (KeySpace space : job.keySpaces()) {
            try (TargetWork work = (TargetWork) job.open(new Partition(1, 1, space.database(), KeyRange.ALL));
                    Connection connection = databases.dataSource(work.target()).getConnection()) {
                connection.setAutoCommit(false);
                ledger = ledger.plus(run(work, connection, reader(space, pageRows)));
            }
        }
        return ledger;
    }

    private static Ledger run(TargetWork work, Connection connection, KeysetPagingReader pages) throws Exception {
        Ledger ledger = Ledger.NONE;
        for (Page page = pages.read(); page != null; page = pages.read()) {
            PageResult result = work.apply(page, connection);
            connection.commit();
            ledger = ledger.plus(result.ledger());
            pages.done(result, Duration.ofMillis(500));
        }
        pages.close();
        return ledger;
    }

    private KeysetPagingReader reader(KeySpace space, int pageRows) {
        KeysetPagingReader reader =
                new KeysetPagingReader(databases, space, PageSize.fixed(pageRows), task -> new Thread(task).start());
        reader.open(new ExecutionContext());
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
        databases.close();
    }
}
