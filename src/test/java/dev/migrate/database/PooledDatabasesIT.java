package dev.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.database.settings.DatabaseSettings;
import dev.migrate.database.settings.MigrateSettings;
import dev.migrate.database.settings.RepositorySettings;
import dev.migrate.database.settings.ServerUrl;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PooledDatabasesIT {

    private static final Path CONFIG = Path.of("config");

    private final String url = TestServer.freshDatabase();
    private final PooledDatabases databases = open(new DatabaseSettings(url, null, null, null, null, null));

    @AfterAll
    void close() {
        databases.close();
    }

    @ParameterizedTest
    @CsvSource({
        "application_name, migrate",
        "bytea_output, hex",
        "client_connection_check_interval, 2s",
        "DateStyle, 'ISO, MDY'",
        "extra_float_digits, 3",
        "IntervalStyle, postgres",
        "jit, off",
        "max_parallel_workers_per_gather, 0",
        "idle_in_transaction_session_timeout, 15s",
        "synchronous_commit, on",
        "tcp_keepalives_count, 2",
        "tcp_keepalives_idle, 5",
        "tcp_keepalives_interval, 5",
        "tcp_user_timeout, 15000",
        "TimeZone, UTC"
    })
    void sets_its_sessions_up(String setting, String value) throws SQLException {
        assertThat(ask(databases.dataSource(new DatabaseName("primary")), "show " + setting))
                .isEqualTo(value);
        assertThat(ask(databases.repository(), "show " + setting)).isEqualTo(value);
    }

    @Test
    void sets_the_repository_s_sessions_up_for_small_statements() throws SQLException {
        DataSource pages = databases.dataSource(new DatabaseName("primary"));
        assertThat(ask(pages, "show plan_cache_mode")).isEqualTo("force_custom_plan");
        assertThat(ask(databases.repository(), "show plan_cache_mode")).isEqualTo("force_generic_plan");
        assertThat(ask(pages, "show enable_seqscan")).isEqualTo("on");
        assertThat(ask(databases.repository(), "show enable_seqscan")).isEqualTo("off");
        assertThat(silence(pages)).isZero();
        assertThat(silence(databases.repository())).isEqualTo(60_000);
    }

    private static int silence(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }

    @Test
    void tells_the_facts_of_a_server() {
        ServerFacts facts = databases.facts(new DatabaseName("primary"));
        assertThat(facts.isAtLeast(14)).isTrue();
        assertThat(facts.database()).isEqualTo(url.replaceAll(".*/|\\?.*", ""));
        assertThat(facts.systemIdentifier()).matches("\\d{15,}");
    }

    @Test
    void makes_the_repository_and_leaves_the_search_path_of_its_sessions_alone() throws SQLException {
        DataSource repository = databases.repository();
        assertThat(ask(repository, "show search_path")).isEqualTo("\"$user\", public");
        assertThat(ask(repository, "select count(*) from migrate.partition")).isEqualTo("0");
        assertThat(databases.repository()).isSameAs(repository);
    }

    @Test
    void gives_direct_connections_to_the_repository() throws SQLException {
        try (Connection one = databases.directRepositoryConnection();
                Connection other = databases.directRepositoryConnection()) {
            assertThat(one.getNetworkTimeout()).isEqualTo(10_000);
            assertThat(ask(one, "select pg_backend_pid()")).isNotEqualTo(ask(other, "select pg_backend_pid()"));
        }
    }

    @Test
    void lets_the_url_have_its_way() throws SQLException {
        DatabaseSettings settings = new DatabaseSettings(url + "&ApplicationName=mine", null, null, null, null, null);
        try (PooledDatabases mine = open(settings)) {
            assertThat(ask(mine.dataSource(new DatabaseName("primary")), "show application_name"))
                    .isEqualTo("mine");
        }
    }

    @Test
    void does_not_tell_a_password_in_the_url_to_those_who_borrow_a_connection() throws SQLException {
        DatabaseSettings settings = new DatabaseSettings(url + "&password=s3cret", null, null, null, null, null);
        try (PooledDatabases mine = open(settings);
                Connection connection =
                        mine.dataSource(new DatabaseName("primary")).getConnection()) {
            assertThat(connection.getMetaData().getURL()).doesNotContain("s3cret");
        }
    }

    @Test
    void describes_the_repository_without_secrets() {
        assertThat(databases.repositoryDescription()).matches("localhost:\\d+/test\\d+");
        try (PooledDatabases embedded =
                new PooledDatabases(new MigrateSettings(null, null, null, null, null, null), CONFIG, 1, at -> {})) {
            assertThat(embedded.repositoryDescription())
                    .isEqualTo("embedded PostgreSQL in " + Path.of(".migrate").toAbsolutePath());
        }
    }

    @Test
    void names_the_nearest_database_when_there_is_none_of_a_name() {
        assertThatThrownBy(() -> databases.dataSource(new DatabaseName("primry")))
                .isInstanceOf(UserMistake.class)
                .hasMessage("there is no database \"primry\" in config/application.yml: did you mean \"primary\"?");
        assertThatThrownBy(() -> databases.facts(new DatabaseName("warehouse")))
                .hasMessage("there is no database \"warehouse\" in config/application.yml: list it under"
                        + " migrate.databases");
    }

    @Test
    void says_that_a_server_cannot_be_reached() throws IOException {
        int port = closedPort();
        assertMistake(
                "jdbc:postgresql://127.0.0.1:" + port + "/ops?password=s3cret",
                "the database \"primary\" cannot be reached at 127.0.0.1:" + port + " (connection refused): start that"
                        + " server, or change migrate.databases.primary.url in config/application.yml");
    }

    @Test
    void says_that_there_is_no_such_host() {
        assertMistake(
                "jdbc:postgresql://no-such-host.invalid/ops",
                "the database \"primary\" cannot be reached at no-such-host.invalid:5432 (no such host): start that"
                        + " server, or change migrate.databases.primary.url in config/application.yml");
    }

    @Test
    void says_that_a_server_has_no_such_database() {
        String server = ServerUrl.server(url);
        assertMistake(
                TestServer.url("nowhere"),
                "there is no database " + server + "/nowhere for the database \"primary\": create it, or change"
                        + " migrate.databases.primary.url in config/application.yml");
    }

    @Test
    void says_that_a_server_does_not_know_the_user() {
        String server = ServerUrl.server(url);
        assertThatThrownBy(() -> open(new DatabaseSettings(
                                url.replaceAll("\\?.*", ""), "nobody", "s3cret", null, null, null))
                        .repository())
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "the server " + server + " of the repository refuses user \"nobody\" (role \"nobody\" does not"
                                + " exist): put the right username and password under migrate.repository in"
                                + " config/application.yml");
    }

    @Test
    void says_that_a_server_is_too_old() {
        Target target = new Target("repository", "migrate.repository", "config/application.yml");
        assertThatThrownBy(
                        () -> new Opening(target, new Login(url, null, null), 99).pool("repository", 1, Pool.Use.PAGES))
                .isInstanceOf(UserMistake.class)
                .hasMessageMatching(
                        "the repository at localhost:\\d+/test\\d+ is on PostgreSQL \\d+\\.\\d+.*, and must be"
                                + " on 99 or later: upgrade that server, or change migrate.repository.url in"
                                + " config/application.yml");
    }

    private static void assertMistake(String url, String sentence) {
        try (PooledDatabases databases = open(new DatabaseSettings(url, null, null, null, null, null))) {
            assertThatThrownBy(() -> databases.dataSource(new DatabaseName("primary")))
                    .isInstanceOf(UserMistake.class)
                    .hasMessage(sentence);
        }
    }

    private static PooledDatabases open(DatabaseSettings database) {
        RepositorySettings repository =
                new RepositorySettings(database.url(), database.username(), database.password());
        MigrateSettings settings = new MigrateSettings(repository, Map.of("primary", database), null, null, null, null);
        return new PooledDatabases(settings, CONFIG, 2, atMost -> {});
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String ask(DataSource dataSource, String question) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ask(connection, question);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
