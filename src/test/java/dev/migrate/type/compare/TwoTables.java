package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.definition.ConfigDirectory;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.job.Finding;
import dev.migrate.job.JobRequest;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.PageSize;
import dev.migrate.testing.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.env.StandardEnvironment;

/** A source and a target to fill with SQL, and jobs that compare them, page by page on the calling thread. */
final class TwoTables implements AutoCloseable {

    /** What came of all pages. */
    record Outcome(Ledger ledger, long rows, List<Finding> findings) {

        Outcome plus(PageResult page) {
            List<Finding> all =
                    Stream.of(findings, page.findings()).flatMap(List::stream).toList();
            return new Outcome(ledger.plus(page.ledger()), rows + page.rows(), all);
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

    private final TestDatabases databases = new TestDatabases("primary", "replica");
    private final Executor secondSide = task -> new Thread(task).start();
    private final Path config;

    /** @param config an empty directory for the job files */
    TwoTables(Path config) {
        this.config = config;
    }

    /** Replaces all tables. */
    void fill(String source, String target) {
        String empty = "drop schema if exists public, other cascade; create schema public;";
        databases.execute("primary", empty + source);
        databases.execute("replica", empty + target);
    }

    /** Prepares a job for servers that have no typed hashes. */
    PreparedJob prepareForOlderServers(String yaml, Map<String, String> parameters) {
        return prepare(new OlderDatabases(databases), yaml, parameters);
    }

    PreparedJob prepare(String yaml, Map<String, String> parameters) {
        return prepare(databases, yaml, parameters);
    }

    private PreparedJob prepare(Databases databases, String yaml, Map<String, String> parameters) {
        try {
            Files.createDirectories(config.resolve("jobs"));
            Files.writeString(config.resolve("application.yml"), "migrate: {}\n");
            Files.writeString(config.resolve("jobs/case.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CompareJobType type = new CompareJobType(databases, secondSide);
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
        KeySpace space = job.keySpaces().get(0);
        Outcome outcome = new Outcome(Ledger.NONE, 0, List.of());
        KeysetPagingReader pages = new KeysetPagingReader(databases, space, PageSize.fixed(pageRows), secondSide);
        pages.open(new ExecutionContext());
        try (PageWork work = (PageWork) job.open(new Partition(1, 1, space.database(), KeyRange.ALL))) {
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
