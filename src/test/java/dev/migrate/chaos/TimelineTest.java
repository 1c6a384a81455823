package dev.migrate.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final AtomicLong now = new AtomicLong();
    private final Timeline timeline = new Timeline(Duration.ofSeconds(30), now::get);

    @Test
    void the_time_begins_when_it_is_told_to() {
        pass(Duration.ofSeconds(100));
        assertThat(timeline.isTimeLeft()).isTrue();

        timeline.begin();
        pass(Duration.ofSeconds(29));
        assertThat(timeline.isTimeLeft()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(timeline.isTimeLeft()).isFalse();
    }

    @Test
    void three_minutes_more_are_the_most_that_the_rest_may_take() {
        timeline.begin();
        pass(Duration.ofSeconds(210));
        assertThat(timeline.isPatienceLost()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(timeline.isPatienceLost()).isTrue();
    }

    @Test
    void what_does_not_begin_is_not_waited_for_for_ever() {
        pass(Duration.ofSeconds(181));
        assertThat(timeline.isPatienceLost()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
