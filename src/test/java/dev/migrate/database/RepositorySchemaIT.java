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
import org.flywaydb.core.Flyway;
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
        assertThat(history()).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void what_a_release_before_it_has_done_counts_as_covered() throws Exception {
        Flyway before = RepositorySchema.flyway(dataSource);
        TestServer.execute(url, "create schema migrate");
        Flyway.configure()
                .configuration(before.getConfiguration())
                .target("3")
                .load()
                .migrate();
        TestServer.execute(url, """
                set search_path = migrate;
                insert into batch_job_instance values (7, 0, 'check', 'a'), (8, 0, 'command', 'a');
                insert into batch_job_execution (job_execution_id, job_instance_id, create_time) values (1, 7, now()), (2, 8, now());
                insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time)
                values (1, 0, 'worker:1', 1, now()), (2, 0, 'worker:2', 1, now()),
                       (3, 0, 'worker:1', 2, now()), (4, 0, 'worker:2', 2, now());
                insert into batch_step_execution_context values
                    (1, '{"upper":"[\\"5\\"]","position":"[\\"5\\"]","page":["java.lang.Long",2]}', null),
                    (2, '{"@class":"java.util.Has ...', '{"upper":"[\\"9\\"]","position":"[\\"9\\"]","page":1}'),
                    (3, '{"upper":"[\\"5\\"]"}', null), (4, '{"lower":"[\\"5\\"]"}', null);
                insert into run (instance_id, job, parameters, number, definition_hash) values (7, 'check', '{}', 1, ''), (8, 'command', '{}', 1, '');
                insert into partition (instance_id, number, database, lower, upper, state, step_execution_id, page, extra)
                values (7, 1, 'a', null, '["5"]', 'done', 1, 2, 3), (7, 2, 'a', '["5"]', null, 'done', 2, 1, 0),
                       (8, 1, 'a', null, '["5"]', 'done', 3, 1, 0), (8, 2, 'a', '["5"]', null, 'done', 4, 1, 0);
                """);

        RepositorySchema.migrate(dataSource);
        assertThat(texts("select concat_ws(' ', ends, gap, unfinished) from migrate.coverage order by instance_id"))
                .containsExactly("[\"9\"]", "");
        assertThat(texts("select stored from migrate.partition order by instance_id, number"))
                .containsExactly("3", "0", "0", "0");
        assertThat(texts("select concat_ws(' ', rows, findings, failed_rows) from migrate.run order by instance_id"))
                .containsExactly("0 3 0", "0 0 0");
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
        return texts("select version from migrate.schema_history where version is not null order by version");
    }

    private List<String> texts(String query) throws Exception {
        return new Query(dataSource).list(BoundSql.of(query), row -> String.valueOf(row.getString(1)));
    }
}
