package dev.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.testing.TestServer;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class RepositorySchemaIT {

    private final String url = TestServer.freshDatabase();
    private final DataSource dataSource = new Login(url, null, null).unpooled();

    @Test
    void is_made_once_by_many_at_once() throws Exception {
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> making = Executors.callable(() -> RepositorySchema.migrate(dataSource));
            List<Future<Object>> all = processes.invokeAll(Collections.nCopies(4, making));
            for (Future<Object> one : all) {
                one.get();
            }
        } finally {
            processes.shutdown();
        }
        assertThat(history()).containsExactly("1", "2", "3");
    }

    @Test
    void is_made_beside_checkpoints_that_another_repository_left() throws Exception {
        TestServer.execute(url, "create schema migrate; create table migrate.checkpoint (fence bigint)");
        RepositorySchema.migrate(dataSource);
        RepositorySchema.migrate(dataSource);
        assertThat(history()).startsWith("0", "1");
    }

    @Test
    void puts_everything_into_a_schema_of_its_own() throws Exception {
        RepositorySchema.migrate(dataSource);
        BoundSql schemas = new BoundSql(
                "select distinct schemaname from pg_tables where schemaname !~ '^(pg_|information)'", List.of());
        assertThat(new Query(dataSource).list(schemas, row -> row.getString(1))).containsExactly("migrate");
    }

    @Test
    void has_the_newest_version_that_is_brought_along() {
        RepositorySchema.migrate(dataSource);
        assertThat(RepositorySchema.flyway(dataSource).info().pending()).isEmpty();
        assertThat(RepositorySchema.flyway(dataSource)
                        .info()
                        .current()
                        .getVersion()
                        .getVersion())
                .isEqualTo(String.valueOf(RepositorySchema.VERSION));
    }

    @Test
    void is_left_alone_when_a_newer_release_made_it() {
        RepositorySchema.migrate(dataSource);
        TestServer.execute(
                url,
                "insert into migrate.schema_history select 99, '99', description, type, 'V99__later.sql', checksum,"
                        + " installed_by, installed_on, execution_time, success from migrate.schema_history"
                        + " where version = '1'");
        assertThatThrownBy(() -> RepositorySchema.migrate(dataSource))
                .isInstanceOf(UserMistake.class)
                .hasMessage("the repository was brought to version 99 by a newer release, and this one knows version "
                        + RepositorySchema.VERSION + ": use" + " the newer release, or another repository");
    }

    @Test
    void says_what_the_server_forbids() {
        TestServer.execute(url, "create role guest_of_repository login");
        DataSource guest = new Login(url.replaceAll("\\?.*", ""), "guest_of_repository", null).unpooled();
        assertThatThrownBy(() -> RepositorySchema.migrate(guest))
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith("the tables of the repository cannot be made (")
                .hasMessageContaining("permission denied for database");
    }

    private List<String> history() throws Exception {
        BoundSql versions = new BoundSql(
                "select version from migrate.schema_history where version is not null order by version", List.of());
        return new Query(dataSource).list(versions, row -> String.valueOf(row.getString(1)));
    }
}
