package dev.migrate.chaos;

import dev.migrate.chaos.server.PostgresServer;
import dev.migrate.chaos.server.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The table whose rows are counted up, and the config of the job that does it. */
final class Counter {

    private static final String JOB = """
            type: sql
            source: {database: target, table: counter}
            statement: update counter set n = n + 1 where {range}
            partitions: %d
            page-size: %d
            """;

    // A small table has pages as many as a large one, lest a round be over before anything can happen to it.
    private static final long PAGES = 2_000;

    private static final String SETTINGS = """
            migrate:
              repository: {url: "%s", username: %s}
              databases:
                target: {url: "%s", username: %s}
              transport: %s
            """;

    private Counter() {}

    static void fill(Session target, long rows) throws SQLException {
        target.execute("""
                create table counter as
                    select id, 0 as n, repeat(md5(id::text), 4) as pad from generate_series(1::bigint, %d) id;
                alter table counter add primary key (id);
                alter table counter alter n set not null
                """.formatted(rows));
        target.execute("vacuum analyze counter");
    }

    /** Makes {@code config/} in a directory. */
    static void configure(
            Path directory, PostgresServer repository, PostgresServer target, Options options, String broker)
            throws IOException {
        Path jobs = Files.createDirectories(directory.resolve("config/jobs"));
        Files.writeString(
                jobs.resolve("increment.yml"),
                JOB.formatted(options.partitions(), Math.max(1, options.rows() / PAGES)));
        Files.writeString(
                directory.resolve("config/application.yml"),
                SETTINGS.formatted(
                                repository.url(),
                                PostgresServer.USER,
                                target.url(),
                                PostgresServer.USER,
                                options.transport())
                        + broker);
    }
}
