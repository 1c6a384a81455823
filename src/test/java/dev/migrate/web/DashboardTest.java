package dev.migrate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migrate.job.UserMistake;
import dev.migrate.monitor.Charts;
import dev.migrate.monitor.Explorer;
import dev.migrate.steering.Steering;
import dev.migrate.testing.RawHttp;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** Where the dashboard listens and whom it lets read. Its repository is away, which is as good an answer as any. */
final class DashboardTest {

    private static final String TOKEN = "not-so-secret";
    private static final String EVERYWHERE = "0.0.0.0";

    private final GenericApplicationContext application = new GenericApplicationContext();

    @BeforeEach
    void make_an_application_whose_repository_is_away() {
        DriverManagerDataSource away = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none");
        application.registerBean(Explorer.class, () -> new Explorer(away));
        application.registerBean(Charts.class, () -> new Charts(away));
        application.registerBean(
                Steering.class,
                () -> new Steering(JdbcClient.create(away), TransactionOperations.withoutTransaction()));
        application.registerBean(Clock.class, Clock::systemUTC);
    }

    @AfterEach
    void close() {
        application.close();
    }

    private Dashboard dashboard(String address, int port, @Nullable String token) {
        if (!application.isActive()) {
            application.refresh();
        }
        return new Dashboard(application, address, port, token);
    }

    private static RawHttp http(Dashboard dashboard) {
        return new RawHttp(URI.create(dashboard.url()).getPort());
    }

    private static void assertMistake(Runnable beginning, String... parts) {
        assertThatExceptionOfType(UserMistake.class)
                .isThrownBy(beginning::run)
                .satisfies(e ->
                        assertThat(e.sentences()).singleElement().asString().contains(parts));
    }

    @Test
    void says_that_a_port_is_taken_or_an_address_not_known() {
        try (Dashboard first = dashboard("127.0.0.1", 0, TOKEN)) {
            int taken = URI.create(first.url()).getPort();
            assertMistake(
                    () -> dashboard("127.0.0.1", taken, TOKEN),
                    "migrate.dashboard.port: port " + taken + " is taken on 127.0.0.1; set another one");
        }
        assertMistake(
                () -> dashboard("no.such.machine.invalid", 0, TOKEN),
                "migrate.dashboard.address: no machine \"no.such.machine.invalid\" is known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/executions", "/api/events", "/actuator/prometheus"})
    void what_others_reach_is_read_with_the_token_only(String path) {
        try (Dashboard dashboard = dashboard(EVERYWHERE, 0, TOKEN)) {
            RawHttp http = http(dashboard);
            assertThat(http.get(path).status()).isEqualTo(403);
            assertThat(http.send("GET " + path, "X-Migrate-Token: not-so-secreT")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void what_others_reach_is_read_with_the_token() {
        try (Dashboard dashboard = dashboard(EVERYWHERE, 0, TOKEN)) {
            RawHttp http = http(dashboard);
            RawHttp.Answer away = http.as("db0.example", "GET /api/executions", "Authorization: Bearer " + TOKEN);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.body()).contains("the repository does not answer");
            assertThat(http.get("/").status()).isEqualTo(200);
            assertThat(http.get("/actuator/health").body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(dashboard.invitation()).noneMatch(line -> line.contains(TOKEN));
        }
    }

    @Test
    void a_token_that_was_made_up_is_told_and_is_another_each_time() {
        try (Dashboard one = dashboard("127.0.0.1", 0, null);
                Dashboard other = dashboard("127.0.0.1", 0, null)) {
            assertThat(one.invitation()).hasSize(2);
            assertThat(one.invitation().get(1))
                    .matches("Token that steering needs: [\\w-]{24}")
                    .isNotEqualTo(other.invitation().get(1));
        }
    }

    @Test
    void no_setting_of_spring_boot_opens_another_port_or_moves_the_metrics_past_the_guard() {
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "settings",
                        Map.of(
                                "management.server.port", "0",
                                "management.endpoints.web.base-path", "/page",
                                "management.endpoints.web.exposure.include", "*",
                                "server.servlet.context-path", "/elsewhere")));
        try (Dashboard dashboard = dashboard(EVERYWHERE, 0, TOKEN)) {
            RawHttp http = http(dashboard);
            assertThat(http.get("/page/prometheus").status()).isEqualTo(404);
            assertThat(http.get("/actuator/health").body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(http.send("GET /actuator/env", "X-Migrate-Token: " + TOKEN)
                            .status())
                    .isEqualTo(404);
        }
    }
}
