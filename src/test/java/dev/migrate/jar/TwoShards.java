package dev.migrate.jar;

import dev.migrate.database.RepositorySchema;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A table on two shards, and another database to write to. */
final class TwoShards {

    /** On both together. */
    static final int ROWS = Integer.getInteger("rows", 12_000);

    static final int PAGES = 60;

    private static final int PARTITIONS = 6;
    private static final int BROKEN = 997;

    private static final String SHARD = """
            create table item (id bigint primary key, title text, likes int not null, n int not null default 0);
            insert into item
                select i, case when i %% %1$d > 0 then 'title ' || i end, case when i %% %1$d = 1 then -1 else i %% 100 end
                from generate_series(%2$d, %3$d, 2) i;
            analyze item
            """;

    private final Path directory;
    private final String repository = TestServer.freshDatabase();
    private final Map<String, String> shards = new TreeMap<>();
    private final String target = TestServer.freshDatabase();

    TwoShards(Path directory) throws IOException {
        this.directory = directory;
        RepositorySchema.migrate(new DriverManagerDataSource(repository));
        shards.put("east", shard(1));
        shards.put("west", shard(2));
        Files.createDirectories(directory.resolve("config/jobs"));
        Files.writeString(directory.resolve("config/application.yml"), """
                migrate:
                  repository: {url: "%s"}
                  databases:
                    east: {url: "%s"}
                    west: {url: "%s"}
                    target: {url: "%s"}
                """.formatted(
                        repository, shards.get("east"), shards.get("west"), target));
    }

    private static String shard(int first) {
        String url = TestServer.freshDatabase();
        TestServer.execute(url, SHARD.formatted(BROKEN, first, ROWS));
        return url;
    }

    /** Writes a job's file; the job goes page by page. */
    void job(String name, String yaml) throws IOException {
        job(name, yaml, PARTITIONS);
    }

    /** Writes a job's file; where the job has no pages, a partition counts for one. */
    void job(String name, String yaml, int partitions) throws IOException {
        Files.writeString(
                directory.resolve("config/jobs/" + name + ".yml"),
                yaml + "partitions: %d\npage-size: %d\n".formatted(partitions, ROWS / PAGES));
    }

    /** Writes a file for a job of type rows. */
    void handler(String name, String text) throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("config/handlers")).resolve(name), text);
    }

    /** What a job's programs have written to a file. */
    List<String> lines(String file) throws IOException {
        return Files.readAllLines(directory.resolve("config").resolve(file));
    }

    /** The jar in a directory that has these jobs in its config. */
    MigrateJar jar() {
        return new MigrateJar(directory);
    }

    /** Lets half of the pages of so many rows pass. */
    Gate gate(long rows) {
        return new Gate(repository, rows * PAGES / ROWS / 2);
    }

    RunFacts run(String job) {
        return new RunFacts(JdbcClient.create(new DriverManagerDataSource(repository)), job);
    }

    /** The sum of what a query for a number gives on the shards. */
    long number(String sql) {
        return shards.values().stream()
                .mapToLong(url -> TwoShards.number(url, sql))
                .sum();
    }

    /** What a query for a number gives on the database that is written to. */
    long numberInTarget(String sql) {
        return number(target, sql);
    }

    private static long number(String url, String sql) {
        return JdbcClient.create(new DriverManagerDataSource(url))
                .sql(sql)
                .query(Long.class)
                .single();
    }

    /** What is run once on the database that is written to. */
    void inTarget(String sql) {
        TestServer.execute(target, sql);
    }

    /** What is run once on each shard. */
    void onShards(String sql) {
        shards.values().forEach(url -> TestServer.execute(url, sql));
    }
}
