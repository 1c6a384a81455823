package dev.migrate.monitor.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class MeasurePaceTest {

    private static final long LEFT = 36_000;

    /** Readings each half minute for so long, as what was done by each second of the run says. */
    private static Pace after(long seconds, LongUnaryOperator done, OptionalLong left) {
        List<PastReading> readings = new ArrayList<>();
        for (long second = 0; second < seconds; second += 30) {
            readings.add(new PastReading(seconds - second, done.applyAsLong(second)));
        }
        return new MeasurePace(readings, done.applyAsLong(seconds)).pace(left);
    }

    private static Pace after(long seconds, LongUnaryOperator done) {
        return after(seconds, done, OptionalLong.of(LEFT));
    }

    private static Eta eta(long from, long to) {
        return new Eta(Duration.ofSeconds(from), Duration.ofSeconds(to));
    }

    @Test
    void a_steady_run_ends_when_its_rate_says() {
        Pace pace = after(1_200, second -> second * 100);
        assertThat(pace.perSecond()).isCloseTo(100, within(0.01));
        assertThat(pace.eta()).isEqualTo(eta(360, 360));
    }

    @Test
    void knows_nothing_before_a_second_has_passed() {
        assertThat(new MeasurePace(List.of(new PastReading(0.9, 0)), 5_000).pace(OptionalLong.of(1)))
                .isEqualTo(Pace.UNKNOWN);
        assertThat(new MeasurePace(List.of(new PastReading(1, 0)), 5_000).pace(OptionalLong.of(10_000)))
                .isEqualTo(new Pace(5_000.0, eta(2, 2)));
    }

    @Test
    void the_rate_now_is_that_of_the_last_half_minute() {
        assertThat(after(1_200, second -> second <= 1_170 ? 0 : (second - 1_170) * 50)
                        .perSecond())
                .isEqualTo(50);
    }

    @Test
    void a_run_that_is_now_fast_now_slow_ends_between_what_its_faster_and_its_slower_half_say() {
        LongUnaryOperator waves =
                second -> second / 60 * 9_000 + Math.min(second % 60, 30) * 200 + Math.max(second % 60 - 30, 0) * 100;
        assertThat(after(1_200, waves).eta()).isEqualTo(eta(180, 360));
    }

    @Test
    void what_was_longer_ago_than_ten_minutes_tells_nothing_of_a_run_that_gets_on() {
        LongUnaryOperator slowOnce = second -> Math.max(0, second - 600) * 100;
        assertThat(after(1_200, slowOnce).eta()).isEqualTo(eta(360, 360));
    }

    @Test
    void where_most_intervals_bring_nothing_the_whole_execution_counts_and_the_band_is_wide() {
        LongUnaryOperator onceInFiveMinutes = second -> second / 300;
        Pace pace = after(3_600, onceInFiveMinutes, OptionalLong.of(12));
        assertThat(pace.eta()).isEqualTo(eta(1_800, 7_200));
    }

    @Test
    void does_not_guess_without_a_total_a_rate_or_an_end_in_sight() {
        assertThat(after(1_200, second -> second * 100, OptionalLong.empty()).eta())
                .isNull();
        assertThat(after(1_200, second -> 7).eta()).isNull();
        assertThat(after(1_200, second -> 7).perSecond()).isZero();
        assertThat(after(1_200, second -> second / 1_000, OptionalLong.of(Long.MAX_VALUE / 2))
                        .eta())
                .isNull();
    }

    @Test
    void what_is_done_never_shrinks() {
        assertThat(new MeasurePace(List.of(new PastReading(60, 900), new PastReading(31, 800)), 700)
                        .pace(OptionalLong.of(1)))
                .isEqualTo(new Pace(0.0, null));
    }
}
