package dev.migrate.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.SteppedTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnwardTest {

    private final SteppedTime time = new SteppedTime();
    private final Onward onward = new Onward(time);

    @BeforeEach
    void looks_at_all_first() {
        assertThat(onward.places()).isEmpty();
    }

    @Test
    void looks_beyond_what_was_claimed_last_in_each_run() {
        onward.claimed(7, 3);
        onward.claimed(8, 41);
        onward.claimed(7, 4);

        assertThat(onward.places()).isEqualTo(Map.of(7L, 4, 8L, 41));
    }

    @Test
    void looks_at_all_again_when_nothing_was_found() {
        onward.claimed(7, 3);
        onward.beginAgain();

        assertThat(onward.places()).isEmpty();
    }

    @Test
    void looks_at_all_again_after_five_seconds() {
        onward.claimed(7, 3);
        time.pass(Duration.ofSeconds(6));

        assertThat(onward.places()).isEmpty();
    }
}
