package dev.migrate.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void has_defaults_for_all_that_is_not_said() {
        assertThat(parse("--seed=5"))
                .hasToString("scripts/chaos --transport=postgres --seconds=180 --seed=5 --rows=1000000 --workers=3"
                        + " --partitions=40");
        assertThat(parse().seed()).isEqualTo(99);
    }

    @Test
    void prints_what_to_type_for_the_same_again() {
        String same = "scripts/chaos --transport=rabbitmq --seconds=30 --seed=5 --rows=1000 --workers=2 --partitions=3";

        assertThat(parse(same.substring(same.indexOf("--")).split(" "))).hasToString(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--transport=pigeon", "--second=3", "seed=5", "--seed=five", "--rows=0", "--help"})
    void shows_how_it_is_used_to_those_who_use_it_wrongly(String word) {
        assertThatThrownBy(() -> parse(word)).hasMessage(Options.USAGE);
    }

    private static Options parse(String... words) {
        return Options.parse(words, 99);
    }
}
