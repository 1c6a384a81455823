package dev.migrate.type.copy;

import dev.migrate.database.Query;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.job.FailedRow;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.env.StandardEnvironment;

/** The databases shop and search to fill with SQL, and jobs of type copy, run page by page, each page committed. */
final class TwoDatabases implements AutoCloseable {

    private final TestDatabases databases = new TestDatabases("shop", "search");
    private final Path config;

    /** The rows that the last run set aside. */
    final List<FailedRow> failedRows = new ArrayList<>();

    /** @param config an empty directory for the job files */
    TwoDatabases(Path config) {
        this.config = config;
    }

    TestDatabases databases() {
        return databases;
    }

    /** Replaces all tables of both databases. */
    void fill(String shop, String search) {
        String empty = "drop schema if exists public, other cascade; create schema public;";
        databases.execute("shop", empty + shop);
        databases.execute("search", empty + search);
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
        CopyJobType type = new CopyJobType(databases, task -> new Thread(task).start());
        return new JobDefinitions(new ConfigDirectory(config), new StandardEnvironment(), List.of(type))
                .load("job")
                .prepare(parameters);
    }

    /** Runs a job over all keys of all its databases, so many rows in a page. */
    Ledger run(PreparedJob job, int pageRows) throws Exception {
        failedRows.clear();
        Ledger ledger = Ledger.NONE;
        for (KeySpace space : job.keySpaces()) {
            try (TargetWork work = open(job, space);
                    Connection connection = databases.dataSource(work.target()).getConnection()) {
                connection.setAutoCommit(false);
                ledger = ledger.plus(run(work, connection, reader(space, pageRows)));
            }
        }
        return ledger;
    }

    /** Does one range as a page. */
    PageResult page(PreparedJob job, KeyRange range) throws Exception {
        try (TargetWork work = open(job, job.keySpaces().get(0));
                Connection connection = databases.dataSource(work.target()).getConnection()) {
            connection.setAutoCommit(false);
            PageResult result = work.apply(new Page(1, range, 1), connection);
            connection.commit();
            return result;
        }
    }

    private static TargetWork open(PreparedJob job, KeySpace space) {
        return (TargetWork) job.open(new Partition(1, 1, space.database(), KeyRange.ALL));
    }

    private Ledger run(TargetWork work, Connection connection, KeysetPagingReader pages) throws Exception {
        Ledger ledger = Ledger.NONE;
        for (Page page = pages.read(); page != null; page = pages.read()) {
            PageResult result = work.apply(page, connection);
            connection.commit();
            ledger = ledger.plus(result.ledger());
            failedRows.addAll(result.failedRows());
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

    /** The first column of a query's rows. */
    List<String> list(String database, String sql) throws SQLException {
        return new Query(databases.dataSource(new DatabaseName(database)))
                .list(BoundSql.of(sql), row -> row.getString(1));
    }

    @Override
    public void close() {
        databases.close();
    }
}
