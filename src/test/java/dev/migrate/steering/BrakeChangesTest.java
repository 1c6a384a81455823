package dev.migrate.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrakeChangesTest {

    @Test
    void are_told_as_they_are_typed() {
        assertThat(BrakeChanges.of(
                        List.of("rows-per-second=500", "hold-for-locks=none", "max-replication-lag = default")))
                .hasToString("rows-per-second=500 hold-for-locks=none max-replication-lag=default");
    }

    @Test
    void every_word_that_sets_no_brake_is_told() {
        assertThatThrownBy(() -> BrakeChanges.of(List.of("rows-per-secnod=default", "rows-per-second=-1", "x")))
                .isInstanceOf(UserMistake.class)
                .hasMessage("""
                        there is no brake "rows-per-secnod"; did you mean "rows-per-second"?
                        "rows-per-second" must be 1 or more, not -1; pause the run to stand still
                        "x" sets no brake; write it like rows-per-second=500, or rows-per-second=none to lift it""");
    }

    @Test
    void of_one_brake_there_is_one() {
        assertThatThrownBy(() -> BrakeChanges.of(List.of("rows-per-second=5", "rows-per-second=default")))
                .isInstanceOf(UserMistake.class)
                .hasMessage("\"rows-per-second\" is given twice; give it once");
        assertThatThrownBy(() -> BrakeChanges.of(List.of()))
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith("say which brake to set");
    }
}
