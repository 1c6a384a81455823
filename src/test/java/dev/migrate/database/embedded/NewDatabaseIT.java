package dev.migrate.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NewDatabaseIT {

    private final Path directory;
    private final EmbeddedServer server;

    NewDatabaseIT(@TempDir Path directory) throws Exception {
        this.directory = directory;
        this.server = EmbeddedServer.join(
                new UnpackedPrograms().in(directory.resolve(".migrate")),
                atMost -> TimeUnit.NANOSECONDS.sleep(atMost.toNanos()));
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void runs_its_script_once() throws Exception {
        Path script = script("""
                create table t (i int);
                insert into t values (1);
                do $$ begin insert into t values (2); end $$; -- the ; in a comment
                """);
        server.make("My \"own\" one", script);
        server.make("My \"own\" one", script);
        assertThat(ask("My \"own\" one", "select sum(i) from t")).isEqualTo("3");
    }

    @Test
    void is_not_there_when_its_script_is_wrong() throws Exception {
        Path script = script("""
                create table t (i int);
                -- für später
                insert into t
                  valuse (1);
                """);
        assertThatThrownBy(() -> server.make("wrong", script))
                .isInstanceOf(UserMistake.class)
                .hasMessage(script + ":4: syntax error at or near \"valuse\"; put that right and try again");
        assertThat(ask("postgres", "select count(*) from pg_database where datname = 'wrong'"))
                .isEqualTo("0");

        Files.writeString(script, "create table t (i int)");
        server.make("wrong", script);
        assertThat(ask("wrong", "select count(*) from t")).isEqualTo("0");
    }

    @Test
    void says_so_when_its_script_fails_without_a_place() throws Exception {
        Path script = script("select 1 / 0");
        assertThatThrownBy(() -> server.make("divided", script))
                .isInstanceOf(UserMistake.class)
                .hasMessage(script + ": division by zero; put that right and try again");
    }

    @Test
    void says_so_when_its_script_is_missing() {
        assertThatThrownBy(() -> server.make("lost", directory.resolve("lost.sql")))
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "the init-script %s/lost.sql cannot be read: put it there, or change init-script in"
                                + " application.yml",
                        directory);
    }

    @Test
    void replaces_what_a_dead_process_left_half_made() throws Exception {
        server.make("half", null);
        ask("half", "create table t (i int); select 1");
        ask("postgres", "alter database half rename to \"half.new\"; select 1");
        server.make("half", script("create table t (j int)"));
        assertThat(ask("half", "select count(j) from t")).isEqualTo("0");
        assertThat(ask("postgres", "select count(*) from pg_database where datname = 'half.new'"))
                .isEqualTo("0");
    }

    @Test
    void is_made_once_by_many_at_once() throws Exception {
        Path script = script("create table t (i int)");
        ExecutorService processes = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> making = () -> {
                server.make("once", script);
                return ask("once", "select count(*) from t");
            };
            List<Future<Object>> all = processes.invokeAll(List.of(making, making, making, making));
            for (Future<Object> one : all) {
                assertThat(one.get()).isEqualTo("0");
            }
        } finally {
            processes.shutdown();
        }
    }

    private Path script(String sql) throws Exception {
        return Files.writeString(Files.createTempFile(directory, "script", ".sql"), sql);
    }

    private String ask(String database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url(database), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }
}
