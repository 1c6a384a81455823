package dev.migrate.cli.args;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static List<String> commandFirst(String... words) {
        return new Arguments(List.of(words)).commandFirst(Set.of("plan", "status"), Set.of("--config"));
    }

    @Test
    void options_may_stand_before_and_behind_a_command() {
        assertThat(commandFirst("--partitions=4", "plan", "job=x")).containsExactly("plan", "--partitions=4", "job=x");
        assertThat(commandFirst("job=x", "plan")).containsExactly("plan", "job=x");
        assertThat(commandFirst("plan", "job=x", "--all")).containsExactly("plan", "job=x", "--all");
    }

    @Test
    void a_run_has_no_command() {
        assertThat(commandFirst("job=plan", "--json")).containsExactly("job=plan", "--json");
    }

    @Test
    void the_value_of_an_option_is_no_command() {
        assertThat(commandFirst("--config", "plan", "status")).containsExactly("status", "--config", "plan");
    }

    @Test
    void only_the_first_command_is_one() {
        assertThat(commandFirst("status", "plan")).containsExactly("status", "plan");
    }

    @Test
    void options_with_a_dot_are_for_spring() {
        Arguments arguments = new Arguments(
                List.of("--logging.level.root=info", "job=a.b", "--config=./x", "--report=r.json", "--spring.a"));
        assertThat(arguments.spring()).containsExactly("--logging.level.root=info", "--spring.a");
        assertThat(arguments.commandFirst(Set.of(), Set.of()))
                .containsExactly("job=a.b", "--config=./x", "--report=r.json");
    }
}
