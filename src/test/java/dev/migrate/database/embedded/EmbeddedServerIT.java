package dev.migrate.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.Pause;
import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedServerIT {

    private static final Pause PAUSE = atMost -> TimeUnit.NANOSECONDS.sleep(atMost.toNanos());

    @TempDir
    private static Path shared;

    private static Path home;

    @BeforeAll
    static void make_a_home() throws Exception {
        home = new UnpackedPrograms().in(shared.resolve(".migrate"));
    }

    @Test
    void keeps_its_data_until_the_next_time() throws SQLException {
        try (EmbeddedServer server = join()) {
            server.make("kept", null);
            run(server, "kept", "create table kept as select 42 as answer");
        }
        try (EmbeddedServer server = join()) {
            server.make("kept", null);
            assertThat(ask(server, "kept", "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void is_stopped_by_the_last_one_who_leaves() throws IOException {
        EmbeddedServer first = join();
        EmbeddedServer second = join();
        assertThat(second.url("postgres")).isEqualTo(first.url("postgres"));
        first.close();
        assertThat(PostmasterFile.in(home.resolve("data"))).isPresent();
        second.close();
        assertThat(PostmasterFile.in(home.resolve("data"))).isEmpty();
    }

    @Test
    void stays_for_another_process_that_needs_it() throws Exception {
        try (Neighbour neighbour = new Neighbour(home)) {
            String url = neighbour.url();
            try (EmbeddedServer server = join()) {
                assertThat(server.url("postgres")).isEqualTo(url);
            }
            assertThat(PostmasterFile.in(home.resolve("data"))).isPresent();
            neighbour.leave();
            assertThat(PostmasterFile.in(home.resolve("data"))).isEmpty();
        }
    }

    @Test
    void outlives_the_process_that_started_it_and_was_killed() throws Exception {
        try (Neighbour neighbour = new Neighbour(home)) {
            String url = neighbour.url();
            neighbour.kill();
            try (EmbeddedServer server = join()) {
                assertThat(server.url("postgres")).isEqualTo(url);
            }
        }
        assertThat(PostmasterFile.in(home.resolve("data"))).isEmpty();
    }

    @Test
    void starts_after_a_crash_whose_process_number_now_belongs_to_another_program() throws Exception {
        join().close();
        Files.writeString(
                home.resolve("data").resolve(PostmasterFile.NAME),
                ProcessHandle.current().pid() + "\n" + home.resolve("data") + "\n1700000000\n54321\n\n127.0.0.1\n");
        try (EmbeddedServer server = join()) {
            assertThat(ask(server, "postgres", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void starts_after_a_crash_that_left_nobody_with_that_process_number() throws Exception {
        join().close();
        Files.writeString(
                home.resolve("data").resolve(PostmasterFile.NAME),
                deadProcess() + "\n" + home.resolve("data") + "\n1700000000\n54321\n\n127.0.0.1\n");
        try (EmbeddedServer server = join()) {
            assertThat(ask(server, "postgres", "select 1")).isEqualTo("1");
        }
    }

    @Test
    void begins_anew_where_a_crash_left_directories_half_made(@TempDir Path directory) throws Exception {
        Path fresh =
                Files.createDirectories(directory.resolve("a directory's name").resolve(".migrate"));
        Files.createDirectories(fresh.resolve("data.unfinished/base"));
        Files.writeString(fresh.resolve("data.unfinished/PG_VERSION"), "");
        Files.createDirectories(fresh.resolve("postgresql-" + Archive.version() + ".unfinished/bin"));
        try (EmbeddedServer server = EmbeddedServer.join(fresh, PAUSE)) {
            assertThat(ask(server, "postgres", "select 1")).isEqualTo("1");
        }
        assertThat(fresh.toFile().list())
                .containsExactlyInAnyOrder(
                        "data", "lock", "password", "postgresql-" + Archive.version(), "postgresql.log");
    }

    @Test
    void is_durable_and_asks_for_its_password() throws Exception {
        try (EmbeddedServer server = join()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(server, "postgres", "show " + setting)).isEqualTo("on");
            }
            assertThat(ask(server, "postgres", "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), "migrate", "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void says_that_another_version_made_the_data(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> EmbeddedServer.join(directory, PAUSE))
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "the data in %s/data were made by PostgreSQL 12, and this release brings %s: use the release"
                                + " that made them, or move %s away to begin anew",
                        directory, Archive.version(), directory);
    }

    @Test
    void says_that_its_directory_cannot_be_written(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> EmbeddedServer.join(file.resolve(".migrate"), PAUSE))
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith("the embedded PostgreSQL cannot keep its data in " + file + "/.migrate (");
    }

    @Test
    void tells_what_its_log_says_when_it_does_not_start() throws IOException {
        join().close();
        Path settings = home.resolve("data/postgresql.auto.conf");
        Files.writeString(settings, "no_such_setting = 1\n");
        assertThatThrownBy(this::join)
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith("the embedded PostgreSQL in " + home + " does not work: pg_ctl said \"")
                .hasMessageContaining("and its log ends with")
                .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
        Files.writeString(settings, "");
        join().close();
    }

    @Test
    void two_processes_at_once_make_one_server(@TempDir Path directory) throws Exception {
        Path fresh = new UnpackedPrograms().in(directory.resolve(".migrate"));
        try (Neighbour one = new Neighbour(fresh);
                Neighbour other = new Neighbour(fresh)) {
            assertThat(one.url()).isEqualTo(other.url());
            one.leave();
            assertThat(PostmasterFile.in(fresh.resolve("data"))).isPresent();
            other.leave();
        }
        assertThat(PostmasterFile.in(fresh.resolve("data"))).isEmpty();
    }

    private EmbeddedServer join() {
        return EmbeddedServer.join(home, PAUSE);
    }

    private static long deadProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private static void run(EmbeddedServer server, String database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url(database), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedServer server, String database, String question) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.url(database), server.username(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
