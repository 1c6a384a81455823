package dev.migrate.jar;

import dev.migrate.database.RepositorySchema;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A job that counts up every row of a table, for many processes to share: three partitions of five pages of a hundred rows.
 * Repository and table are in databases of their own.
 */
final class CountingJob {

    static final int ROWS = 1500;
    static final int PARTITIONS = 3;
    static final int PAGES = 15;

    private static final String TRY = "machines";

    private final String repository = TestServer.freshDatabase();
    private final String target = TestServer.freshDatabase();

    CountingJob() {
        RepositorySchema.migrate(new DriverManagerDataSource(repository));
        TestServer.execute(target, """
                create table counter (id bigint primary key, n int not null default 0);
                insert into counter select generate_series(1, %d);
                analyze counter
                """.formatted(ROWS));
    }

    /** The jar in a directory that has this job in its config. */
    MigrateJar in(Path directory) throws IOException {
        return in(directory, url -> url);
    }

    /** Likewise, where the databases are reached another way. */
    MigrateJar in(Path directory, UnaryOperator<String> way) throws IOException {
        Path jobs = Files.createDirectories(directory.resolve("config/jobs"));
        Files.writeString(
                directory.resolve("config/application.yml"), """
                migrate:
                  repository: {url: "%s"}
                  databases:
                    target: {url: "%s"}
                """.formatted(way.apply(repository), way.apply(target)));
        Files.writeString(jobs.resolve("count.yml"), """
                type: sql
                source: {database: target, table: counter}
                statement: update counter set n = n + 1 where {range} and :try::text <> ''
                partitions: %d
                page-size: %d
                """.formatted(PARTITIONS, ROWS / PAGES));
        return new MigrateJar(directory);
    }

    /** Begins or resumes its one run, with so many threads in the manager's process. */
    static Started manage(MigrateJar migrate, int workers) {
        return migrate.start("job=count", "try=" + TRY, "--workers=" + workers);
    }

    /** What the repository knows of its run. */
    RunFacts run() {
        return new RunFacts(JdbcClient.create(new DriverManagerDataSource(repository)), TRY);
    }

    /** Holds up whoever works on a partition, in the middle of its third page. */
    Hurdles hurdles() {
        return new Hurdles(target);
    }

    /** How many rows were counted up exactly once. */
    long countedOnce() {
        return JdbcClient.create(new DriverManagerDataSource(target))
                .sql("select count(*) from counter where n = 1")
                .query(Long.class)
                .single();
    }

    /** The port of the server. */
    int port() {
        return Way.port(target);
    }
}
