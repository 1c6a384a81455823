package dev.migrate.database.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DashboardSettingsTest {

    private static final String HERE = "127.0.0.1";

    @Test
    void is_for_this_machine_only_by_default() {
        assertThat(DashboardSettings.DEFAULT).isEqualTo(new DashboardSettings(HERE, 8080, null));
    }

    @Test
    void refuses_an_empty_address() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DashboardSettings(" ", 8080, null))
                .withMessage("address is empty: leave it out for 127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"-1, from 0 to 65535", "65536, from 0 to 65535"})
    void refuses_a_port_that_there_cannot_be(int port, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DashboardSettings(HERE, port, null))
                .withMessageContaining(reason)
                .withMessageContaining("not " + port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a blank", "späte Sorge"})
    void refuses_a_token_that_no_header_can_carry_or_anybody_guesses_without_repeating_it(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DashboardSettings(HERE, 8080, token))
                .withMessageStartingWith("token must have 8 to 200 letters, digits or other signs of ASCII")
                .withMessageNotContaining(token);
    }

    @Test
    void never_shows_its_token() {
        assertThat(new DashboardSettings(HERE, 8080, "not-so-secret"))
                .asString()
                .doesNotContain("secret");
    }
}
