package dev.migrate.database.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class MigrateSettingsTest {

    private static final String URL = "jdbc:postgresql://db0:5433/ops?password=s3cret&user=me";

    @Test
    void is_bound_from_properties() {
        MigrateSettings settings = new Binder(new MapConfigurationPropertySource(Map.of(
                        "migrate.repository.url", URL,
                        "migrate.repository.username", "migrate",
                        "migrate.repository.password", "s3cret",
                        "migrate.databases.primary.init-script", "demo/primary.sql",
                        "migrate.databases.shop.url", URL,
                        "migrate.databases.shop.max-workers", "3",
                        "migrate.transport", "local",
                        "migrate.patience", "90s",
                        "migrate.notify.url", "https://hooks.example/s3cret")))
                .bind("migrate", MigrateSettings.class)
                .get();
        assertThat(settings.repository()).isEqualTo(new RepositorySettings(URL, "migrate", "s3cret"));
        assertThat(settings.databases())
                .isEqualTo(Map.of(
                        "primary", new DatabaseSettings(null, null, null, "demo/primary.sql", null, null),
                        "shop", new DatabaseSettings(URL, null, null, null, 3, null)));
        assertThat(settings.transport()).isEqualTo("local");
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.notices()).isEqualTo(new NotifySettings("https://hooks.example/s3cret", null));
    }

    @Test
    void has_a_database_that_nothing_is_said_about() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of("migrate.databases.scratch", "")));
        assertThat(binder.bind("migrate", MigrateSettings.class).get().databases())
                .isEqualTo(Map.of("scratch", new DatabaseSettings(null, null, null, null, null, null)));
    }

    @Test
    void refuses_a_text_in_place_of_a_database_without_repeating_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseSettings.of(URL))
                .withMessage("a database is described by keys such as url, not by a text");
    }

    @Test
    void keeps_the_repository_in_the_embedded_server_by_default() {
        assertThat(new MigrateSettings(null, null, null, null, null, null).repository())
                .isEqualTo(RepositorySettings.EMBEDDED);
    }

    @Test
    void never_shows_a_password() {
        DatabaseSettings database = new DatabaseSettings(URL, "me", "s3cret", null, null, null);
        RepositorySettings repository = new RepositorySettings(URL, "me", "s3cret");
        assertThat(new MigrateSettings(repository, Map.of("shop", database), null, null, null, null).toString())
                .contains("db0:5433/ops")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:mysql://db0/ops",
                "postgres://db0/ops",
                "jdbc:postgresql://db0",
                "jdbc:postgresql://db0:port/ops",
                "jdbc:postgresql://me:s3cret@db0/ops"
            })
    void refuses_what_is_no_url_without_repeating_it(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(url, null, null, null, null, null))
                .withMessageStartingWith("url must ")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void refuses_an_init_script_for_a_database_of_another_server() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(URL, null, null, "demo/primary.sql", null, null))
                .withMessage(
                        "init-script is only for a database of the embedded PostgreSQL, and this one has a url: leave"
                                + " out one of them");
    }

    @Test
    void refuses_a_username_without_a_url() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepositorySettings(null, "me", null))
                .withMessageStartingWith("username and password go with a url");
    }

    @Test
    void refuses_a_name_that_the_embedded_server_uses_itself() {
        Map<String, DatabaseSettings> databases =
                Map.of("migrate", new DatabaseSettings(null, null, null, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MigrateSettings(null, databases, null, null, null, null))
                .withMessageContaining("cannot be called \"migrate\"");
    }

    @Test
    void has_the_repository_itself_as_transport_by_default() {
        assertThat(new MigrateSettings(null, null, null, null, null, null).transport())
                .isEqualTo("postgres");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "local", "rabbitmq"})
    void takes_every_transport_that_there_is(String transport) {
        assertThat(new MigrateSettings(null, null, transport, null, null, null).transport())
                .isEqualTo(transport);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", ""})
    void refuses_any_other_transport(String transport) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MigrateSettings(null, null, transport, null, null, null))
                .withMessage("transport must be postgres, local or rabbitmq, not \"" + transport
                        + "\": leave it out for postgres");
    }

    @Test
    void waits_a_minute_for_a_database_that_is_away_by_default() {
        assertThat(new MigrateSettings(null, null, null, null, null, null).patience())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void refuses_a_patience_that_is_no_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MigrateSettings(null, null, null, Duration.ofSeconds(-1), null, null))
                .withMessage("patience must not be negative: say how long to wait, as in 60s");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refuses_a_limit_that_would_let_nobody_work(int maxWorkers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(URL, null, null, null, maxWorkers, null))
                .withMessage("max-workers must be 1 or more, not " + maxWorkers + ": leave it out for any number");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db0/ops, db0:5432/ops",
        "jdbc:postgresql:ops, localhost:5432/ops",
        "'jdbc:postgresql://a:1,b:2/ops', 'a:1,b:2/ops'",
        "jdbc:postgresql://[::1]:99/my%20ops?ssl=true, '[::1]:99/my ops'"
    })
    void tells_host_port_and_database_of_a_url(String url, String shown) {
        assertThat(ServerUrl.describe(url)).isEqualTo(shown);
    }

    @Test
    void never_shows_who_is_told() {
        NotifySettings notices = new NotifySettings("https://hooks.example/s3cret", null);
        assertThat(new MigrateSettings(null, null, null, null, notices, null).toString())
                .contains("timeout=PT5S")
                .doesNotContain("hooks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example/s3cret",
                "ftp://hooks.example/s3cret",
                "https:///s3cret",
                "https://me:s3cret@hooks",
                "https://hooks.example:99999/s3cret",
                "h ttps://s3cret"
            })
    void refuses_whom_it_cannot_tell_without_repeating_the_address(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotifySettings(url, null))
                .withMessage("url must have the form https://HOST/PATH, without a user or a password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT61S"})
    void refuses_to_wait_for_ever_or_not_at_all(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotifySettings("https://hooks.example/s3cret", timeout))
                .withMessage("timeout must be more than nothing and at most a minute, as in 5s");
    }
}
