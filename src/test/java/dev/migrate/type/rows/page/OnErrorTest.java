package dev.migrate.type.rows.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OnErrorTest {

    @Test
    void the_pause_between_attempts_doubles_up_to_five_seconds() {
        OnError onError = new OnError(1_000, 0);
        assertThat(IntStream.of(1, 2, 3, 6, 7, 1_000)
                        .mapToObj(onError::pauseAfter)
                        .map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 3_200L, 5_000L, 5_000L);
    }

    @Test
    void a_row_is_tried_once_and_then_as_often_as_said() {
        OnError twice = new OnError(2, 0);
        assertThat(IntStream.of(1, 2, 3).mapToObj(twice::triesAgainAfter)).containsExactly(true, true, false);
    }
}
