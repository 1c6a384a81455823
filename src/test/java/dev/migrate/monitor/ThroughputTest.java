package dev.migrate.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    private final SteppedClock clock = new SteppedClock();
    private final Throughput throughput = new Throughput(clock);

    private void readingAfter(Duration time, long rows) {
        clock.step(time);
        throughput.reading(rows);
    }

    @Test
    void knows_no_rate_before_a_second_has_passed() {
        assertThat(throughput.perSecond()).isEmpty();
        throughput.reading(0);
        assertThat(throughput.perSecond()).isEmpty();
        readingAfter(Duration.ofMillis(999), 5_000);
        assertThat(throughput.perSecond()).isEmpty();
        assertThat(throughput.timeFor(1)).isEmpty();
    }

    @Test
    void tells_rows_a_second() {
        throughput.reading(1_000_000);
        readingAfter(Duration.ofSeconds(2), 1_003_000);
        assertThat(throughput.perSecond()).hasValue(1_500);
    }

    @Test
    void forgets_what_is_longer_ago_than_ten_seconds() {
        throughput.reading(0);
        readingAfter(Duration.ofSeconds(1), 1_000_000);
        for (int second = 0; second < 10; second++) {
            readingAfter(Duration.ofSeconds(1), 1_000_000 + (second + 1) * 100);
        }
        assertThat(throughput.perSecond()).hasValue(100);
    }

    @Test
    void rounds_the_time_left_up() {
        throughput.reading(0);
        readingAfter(Duration.ofSeconds(1), 100);
        assertThat(throughput.timeFor(100)).hasValue(Duration.ofSeconds(1));
        assertThat(throughput.timeFor(101)).hasValue(Duration.ofSeconds(2));
        assertThat(throughput.timeFor(0)).hasValue(Duration.ZERO);
    }

    @Test
    void a_standstill_has_no_time_left_to_tell() {
        throughput.reading(7);
        readingAfter(Duration.ofSeconds(5), 7);
        assertThat(throughput.perSecond()).hasValue(0);
        assertThat(throughput.timeFor(1)).isEmpty();
    }
}
