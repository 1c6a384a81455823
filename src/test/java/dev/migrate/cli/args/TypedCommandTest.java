package dev.migrate.cli.args;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedCommandTest {

    private static TypedCommand typed(String... words) {
        return TypedCommand.of(null, "target/migrate.jar " + String.join(" ", words), List.of(words));
    }

    @Test
    void the_same_again_does_not_begin_anew() {
        assertThat(typed("job=check", "--reset", "--workers=2").again())
                .isEqualTo("java -jar target/migrate.jar job=check --workers=2");
    }

    @Test
    void words_are_quoted_for_a_shell() {
        assertThat(typed("job=check", "where=it's late").again())
                .isEqualTo("java -jar target/migrate.jar job=check 'where=it'\\''s late'");
    }

    @Test
    void what_may_steer_or_be_posted_to_is_not_repeated() {
        assertThat(typed("job=check", "--migrate.dashboard.token=secret", "--migrate.notify.url=https://x/secret")
                        .again())
                .doesNotContain("secret")
                .contains("--migrate.dashboard.token=***", "--migrate.notify.url=***");
    }

    @Test
    void passwords_are_not_repeated() {
        assertThat(typed("job=check", "--migrate.repository.password=secret").again())
                .isEqualTo("java -jar target/migrate.jar job=check --migrate.repository.password=***");
    }

    @Test
    void another_command_is_on_the_same_config() {
        assertThat(typed("job=check", "--config=/etc/migrate", "--json", "--a.b=c")
                        .instead("findings", "12"))
                .isEqualTo("java -jar target/migrate.jar --config=/etc/migrate --a.b=c findings 12");
    }

    @Test
    void a_value_may_be_a_word_of_its_own() {
        assertThat(typed("--config", "/etc/migrate", "job=check").instead("status"))
                .isEqualTo("java -jar target/migrate.jar --config=/etc/migrate status");
    }

    @Test
    void outside_a_jar_the_usual_name_is_told() {
        assertThat(TypedCommand.of(null, "dev.migrate.MigrateApplication job=x", List.of("job=x"))
                        .again())
                .isEqualTo("java -jar migrate.jar job=x");
    }

    @Test
    void a_launcher_goes_by_its_own_name() {
        assertThat(TypedCommand.of("/my tools/migrate", "/opt/migrate.jar job=x", List.of("job=x"))
                        .again())
                .isEqualTo("'/my tools/migrate' job=x");
    }
}
