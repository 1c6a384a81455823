package dev.migrate.jar;

import dev.migrate.database.RepositorySchema;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A check that takes some seconds: two tables of 400,000 rows with 36 planted differences, in pages of 500 rows. The
 * parameter {@code try} tells its runs apart.
 */
final class LongCheck {

    static final int ROWS = 400_000;
    static final int PARTITIONS = 16;

    private static final String SOURCE = """
            create table item as
            select i as id, md5(i::text) as title, mod(i, 97) as likes from generate_series(1, 400000) i;
            alter table item add primary key (id);
            analyze item
            """;

    private static final String TARGET = SOURCE + """
            ;
            delete from item where id % 33331 = 0;
            insert into item select 400000 + i, 'only here', 0 from generate_series(1, 12) i;
            update item set likes = likes + 1 where id % 33333 = 0
            """;

    private final String repository = TestServer.freshDatabase();
    private final String source = database(SOURCE);
    private final String target = database(TARGET);

    LongCheck() {
        RepositorySchema.migrate(new DriverManagerDataSource(repository));
    }

    private static String database(String sql) {
        String url = TestServer.freshDatabase();
        TestServer.execute(url, sql);
        return url;
    }

    /** The jar in a directory that has this check in its config. */
    MigrateJar in(Path directory) throws IOException {
        Path jobs = Files.createDirectories(directory.resolve("config/jobs"));
        Files.writeString(directory.resolve("config/application.yml"), """
                migrate:
                  repository: {url: "%s"}
                  databases:
                    primary: {url: "%s"}
                    replica: {url: "%s"}
                """.formatted(repository, source, target));
        Files.writeString(jobs.resolve("check.yml"), """
                type: compare
                source: {database: primary, table: item, where: ":try::text <> ''"}
                target: {database: replica, table: item}
                partitions: %d
                page-size: 500
                """.formatted(PARTITIONS));
        return new MigrateJar(directory);
    }

    /** What the repository knows of one of its runs. */
    RunFacts run(String name) {
        return new RunFacts(JdbcClient.create(new DriverManagerDataSource(repository)), name);
    }

    /** Lets nobody change a table of the repository while something is done. */
    TableLock lock(String table) {
        return new TableLock(repository, table);
    }
}
