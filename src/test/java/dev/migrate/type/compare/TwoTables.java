package dev.migrate.type.compare;

import com.zaxxer.hikari.HikariPoolMXBean;
import dev.migrate.database.Query;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.JobRequest;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.Pause;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.SideRows;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.table.ColumnRangePartitioner;
import dev.migrate.table.Tables;
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.PageSize;
import dev.migrate.table.page.RangeProgress;
import dev.migrate.testing.TestDatabases;
import dev.migrate.type.compare.hash.ChooseHash;
import dev.migrate.type.compare.hash.HashChoice;
import dev.migrate.type.compare.hash.HashProbe;
import dev.migrate.type.compare.hash.HashWay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.env.StandardEnvironment;

/** A source and a target, or several, to fill with SQL, and jobs that compare them, page by page on the calling thread. */
final class TwoTables implements AutoCloseable {

    /** What came of all pages. */
    record Outcome(Ledger ledger, long rows, SideRows sides, List<Finding> findings, List<FailedRow> failedRows) {

        private static final Outcome NONE = new Outcome(Ledger.NONE, 0, new SideRows(0, 0), List.of(), List.of());

        Outcome plus(PageResult page) {
            List<Finding> all =
                    Stream.of(findings, page.findings()).flatMap(List::stream).toList();
            List<FailedRow> failed = Stream.of(failedRows, page.failedRows())
                    .flatMap(List::stream)
                    .toList();
            return new Outcome(ledger.plus(page.ledger()), rows + page.rows(), sidesPlus(page), all, failed);
        }

        private SideRows sidesPlus(PageResult page) {
            SideRows counted = Objects.requireNonNull(page.sides());
            return new SideRows(sides.source() + counted.source(), sides.target() + counted.target());
        }

        /** A line for each finding, in the order of the alphabet, and one for the sum. */
        List<String> lines() {
            String sum = "read %d, found %d".formatted(ledger.read(), ledger.found());
            return Stream.concat(findings.stream().map(Outcome::line).sorted(), Stream.of(sum))
                    .toList();
        }

        private static String line(Finding finding) {
            return finding.kind().word() + " " + finding.key()
                    + (finding.columns().isEmpty() ? "" : " " + finding.columns());
        }
    }

    private static final Pause NO_PAUSE = atMost -> {
        throw new IllegalStateException("nothing is to be waited for");
    };

    /** Tables are made alike, whatever the database is set to. */
    private static final String EMPTY = """
            set search_path = public;
            set array_nulls = on;
            set xmloption = content;
            drop schema if exists public, other cascade;
            create schema public;
            """;

    private final List<String> names;
    private final TestDatabases databases;
    private final Executor secondSide = task -> new Thread(task).start();
    private final Path config;
    private final Pause pause;

    /** @param config an empty directory for the job files */
    TwoTables(Path config) {
        this(config, NO_PAUSE, "primary", "replica");
    }

    /**
     * Databases without tables.
     *
     * @param pause stands for the time between two looks at rows that differ
     */
    TwoTables(Path config, Pause pause, String... names) {
        this(config, pause, new TestDatabases(names), List.of(names));
    }

    private TwoTables(Path config, Pause pause, TestDatabases databases, List<String> names) {
        this.names = names;
        this.databases = databases;
        this.config = config;
        this.pause = pause;
    }

    /** Databases that are there already, at these JDBC URLs. */
    static TwoTables at(Path config, String primary, String replica) {
        Map<String, String> urls = Map.of("primary", primary, "replica", replica);
        return new TwoTables(config, NO_PAUSE, new TestDatabases(urls), List.of("primary", "replica"));
    }

    /** Replaces all tables of each database in turn. */
    void fill(String... sql) {
        for (int i = 0; i < sql.length; i++) {
            databases.execute(names.get(i), EMPTY + sql[i]);
            forgetTypes(names.get(i));
        }
    }

    TestDatabases databases() {
        return databases;
    }

    String url(String database) {
        return databases.url(database);
    }

    /** Sessions remember the numbers of types that are no more. */
    private void forgetTypes(String database) {
        HikariPoolMXBean sessions = databases.pool(new DatabaseName(database)).getHikariPoolMXBean();
        if (sessions != null) {
            sessions.softEvictConnections();
        }
    }

    void execute(String database, String sql) {
        databases.execute(database, sql);
    }

    /** One number that a database answers with. */
    int number(String database, String query) throws SQLException {
        return new Query(databases.dataSource(new DatabaseName(database)))
                .first(BoundSql.of(query), row -> row.getInt(1))
                .orElseThrow(() -> new IllegalStateException("no row: " + query));
    }

    /** Prepares a job for servers that share no better way to hash. */
    PreparedJob prepare(HashWay way, String yaml, Map<String, String> parameters) {
        return prepare(all -> new HashChoice(way, "they are so"), yaml, parameters);
    }

    PreparedJob prepare(String yaml, Map<String, String> parameters) {
        return prepare(new HashProbe(databases), yaml, parameters);
    }

    private PreparedJob prepare(ChooseHash chooseHash, String yaml, Map<String, String> parameters) {
        try {
            Files.createDirectories(config.resolve("jobs"));
            Files.writeString(config.resolve("application.yml"), "migrate: {}\n");
            Files.writeString(config.resolve("jobs/case.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CompareJobType type = new CompareJobType(databases, secondSide, pause, chooseHash);
        return prepare(
                new JobDefinitions(new ConfigDirectory(config), new StandardEnvironment(), List.of(type)).load("case"),
                parameters);
    }

    private static <D extends Record> PreparedJob prepare(JobDefinition<D> job, Map<String, String> parameters) {
        return job.type()
                .prepare(job.settings(), new JobRequest(job.name(), parameters, path -> "case.yml[" + path + "]"));
    }

    /** Runs a job over all keys, so many in a page. */
    Outcome run(PreparedJob job, int pageRows) throws Exception {
        Outcome outcome = Outcome.NONE;
        for (KeySpace space : job.keySpaces()) {
            outcome = run(job, space, KeyRange.ALL, pageRows, outcome);
        }
        return outcome;
    }

    /** Cuts the keys of a job with one key space, as a plan does. */
    List<KeyRange> cut(PreparedJob job, int partitions) throws SQLException {
        return new ColumnRangePartitioner(databases, new Tables(databases))
                .partition(job.keySpaces().get(0), partitions);
    }

    /** Likewise, runs it over some ranges of keys. */
    Outcome run(PreparedJob job, List<KeyRange> ranges, int pageRows) throws Exception {
        Outcome outcome = Outcome.NONE;
        for (KeyRange range : ranges) {
            outcome = run(job, job.keySpaces().get(0), range, pageRows, outcome);
        }
        return outcome;
    }

    private Outcome run(PreparedJob job, KeySpace space, KeyRange range, int pageRows, Outcome before)
            throws Exception {
        Outcome outcome = before;
        KeysetPagingReader pages = new KeysetPagingReader(databases, space, PageSize.fixed(pageRows), secondSide);
        pages.open(new ExecutionContext(RangeProgress.of(range, space.order()).toMap()));
        try (PageWork work = (PageWork) job.open(new Partition(1, 1, space.database(), range))) {
            for (Page page = pages.read(); page != null; page = pages.read()) {
                PageResult result = work.apply(page);
                outcome = outcome.plus(result);
                pages.done(result, Duration.ofMillis(500));
            }
        }
        pages.close();
        return outcome;
    }

    @Override
    public void close() {
        databases.close();
    }
}
