package dev.migrate.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;

class ApplicationSettingsTest {

    record Repository(@Nullable String url, @Nullable String password) {

        Repository {
            if ("nonsense".equals(url)) {
                throw new IllegalArgumentException("url must make sense");
            }
        }
    }

    record Server(@Nullable String url, @Nullable Integer maxWorkers) {}

    record Settings(
            @Nullable Repository repository,
            Map<String, Server> databases,
            @Nullable String transport) {}

    @TempDir
    Path home;

    private final BareEnvironment environment = new BareEnvironment();

    @BeforeEach
    void makeConfigDirectory() throws IOException {
        Files.createDirectories(home.resolve("config/jobs"));
        write("""
                spring.main.banner-mode: "off"
                logging: {level: {root: warn}}
                migrate:
                  repository: {url: jdbc:file, password: 0123}
                  databases:
                    primary: {url: jdbc:one, max-workers: 4}
                    Other_DB: {}
                """);
    }

    @Test
    void reads_what_stands_below_the_prefix_and_leaves_the_rest_alone() {
        assertThat(settings())
                .isEqualTo(new Settings(
                        new Repository("jdbc:file", "0123"),
                        Map.of("primary", new Server("jdbc:one", 4), "Other_DB", new Server(null, null)),
                        null));
    }

    @Test
    void needs_no_settings_at_all() throws IOException {
        write("spring: {}\n");
        assertThat(settings()).isEqualTo(new Settings(null, Map.of(), null));
    }

    @Test
    void tells_mistakes_with_their_lines() throws IOException {
        write("""
                migrate:
                  repositry: {url: a}
                  databases:
                    primary:
                      max-workers: all
                      user: me
                """);
        assertRefused(
                "config/application.yml:2: there is no key \"migrate.repositry\"; did you mean \"repository\"?",
                "config/application.yml:5: \"migrate.databases.primary.max-workers\" must be a whole number up to"
                        + " 2147483647, not \"all\"",
                "config/application.yml:6: there is no key \"migrate.databases.primary.user\"; known are url,"
                        + " max-workers");
    }

    @Test
    void lets_the_command_line_win_over_properties_and_these_over_the_environment() {
        variables(Map.of(
                "MIGRATE_REPOSITORY_URL", "jdbc:variable",
                "MIGRATE_REPOSITORY_PASSWORD", "of the environment",
                "MIGRATE_DATABASES_PRIMARY_MAXWORKERS", "7",
                "MIGRATE_DATABASES_OTHER_DB_URL", "jdbc:other"));
        properties(Map.of("migrate.repository.url", "jdbc:property", "migrate.transport", "property"));
        commandLine("--migrate.repository.url=jdbc:option", "--migrate.databases.new.url=jdbc:new");

        assertThat(settings())
                .isEqualTo(new Settings(
                        new Repository("jdbc:option", "of the environment"),
                        Map.of(
                                "primary",
                                new Server("jdbc:one", 7),
                                "Other_DB",
                                new Server("jdbc:other", null),
                                "new",
                                new Server("jdbc:new", null)),
                        "property"));
    }

    @Test
    void takes_dashes_of_a_key_as_underscores_in_a_variable() {
        variables(Map.of("MIGRATE_DATABASES_PRIMARY_MAX_WORKERS", "7"));
        assertThat(settings().databases().get("primary")).isEqualTo(new Server("jdbc:one", 7));
    }

    @Test
    void makes_a_record_that_only_the_command_line_knows() throws IOException {
        write("migrate:\n");
        commandLine("--migrate.repository.url=jdbc:option");
        assertThat(settings().repository()).isEqualTo(new Repository("jdbc:option", null));
    }

    @Test
    void makes_a_record_that_only_the_environment_knows() throws IOException {
        write("migrate: {transport: local}\n");
        variables(Map.of("MIGRATE_REPOSITORY_URL", "jdbc:variable"));
        assertThat(settings().repository()).isEqualTo(new Repository("jdbc:variable", null));
    }

    @Test
    void makes_nothing_of_variables_that_no_key_reads() throws IOException {
        write("migrate: {transport: local}\n");
        variables(Map.of("MIGRATE_REPOSITORY_PORT", "x", "MIGRATE_DATABASES_NEW_URL", "y"));
        assertThat(settings()).isEqualTo(new Settings(null, Map.of(), "local"));
    }

    @Test
    void leaves_variables_alone_that_are_somebody_elses() {
        variables(Map.of("MIGRATE_PASSWORD", "x", "MIGRATE_PORT_80_TCP", "y", "MIGRATE_REPOSITORY_PORT", "z"));
        assertThat(settings().repository()).isEqualTo(new Repository("jdbc:file", "0123"));
    }

    @Test
    void tells_of_options_that_nothing_reads() {
        commandLine("--migrate.reposiory.url=x", "--migrate.repository.ulr=y", "--spring.anything=z");
        assertRefused(
                "--migrate.reposiory.url: there is no key \"migrate.reposiory\"; did you mean \"repository\"?",
                "--migrate.repository.ulr: there is no key \"migrate.repository.ulr\"; did you mean \"url\"?");
    }

    @Test
    void tells_where_a_bad_value_comes_from_and_does_not_show_it() {
        variables(Map.of("MIGRATE_DATABASES_PRIMARY_MAX_WORKERS", "seven"));
        assertRefused("environment variable MIGRATE_DATABASES_PRIMARY_MAX_WORKERS:"
                + " \"migrate.databases.primary.max-workers\" must be a whole number up to 2147483647; its value is not"
                + " shown");
    }

    @Test
    void tells_where_a_value_comes_from_that_its_record_refuses() {
        commandLine("--migrate.repository.url=nonsense");
        assertRefused("--migrate.repository.url: url must make sense");
    }

    @Test
    void fills_placeholders_from_wherever_spring_finds_them() throws IOException {
        write("migrate: {repository: {password: '${MIGRATE_PASSWORD}', url: '${url}'}, transport: '${T:local}'}");
        variables(Map.of("MIGRATE_PASSWORD", "a$b"));
        commandLine("--url=jdbc:${MIGRATE_PASSWORD}");
        assertThat(settings()).isEqualTo(new Settings(new Repository("jdbc:a$b", "a$b"), Map.of(), "local"));
    }

    @Test
    void is_not_overridden_by_the_same_file_in_springs_reading() throws IOException {
        FileSystemResource file = new FileSystemResource(home.resolve("config/application.yml"));
        new YamlPropertySourceLoader().load("application", file).forEach(environment.getPropertySources()::addLast);
        assertThat(environment.getProperty("migrate.repository.password")).isEqualTo("83");
        assertThat(settings().repository()).isEqualTo(new Repository("jdbc:file", "0123"));
    }

    private void write(String content) throws IOException {
        Files.writeString(home.resolve("config/application.yml"), content);
    }

    private void variables(Map<String, Object> variables) {
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    }

    private void properties(Map<String, Object> properties) {
        environment.getPropertySources().addFirst(new MapPropertySource("properties", properties));
    }

    private void commandLine(String... options) {
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(options));
    }

    private Settings settings() {
        return new ApplicationSettings(new ConfigDirectory(Path.of("config"), home), environment)
                .below("migrate", Settings.class);
    }

    private void assertRefused(String... sentences) {
        assertThatThrownBy(this::settings)
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(mistake.sentences()).containsExactly(sentences));
    }

    /** Without the variables and properties of the machine that runs the test. */
    private static final class BareEnvironment extends StandardEnvironment {

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {}
    }
}
