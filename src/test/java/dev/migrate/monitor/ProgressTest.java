package dev.migrate.monitor;

import static dev.migrate.monitor.Readings.progress;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void tells_hundredths_of_the_estimate() {
        assertThat(progress("STARTED", 619, 1_000L).percent()).hasValue(61);
        assertThat(progress("STARTED", 619, 1_000L).remaining()).hasValue(381);
    }

    @Test
    void does_not_guess_without_an_estimate() {
        assertThat(progress("STARTED", 619, null).percent()).isEmpty();
        assertThat(progress("STARTED", 619, 0L).percent()).isEmpty();
        assertThat(progress("STARTED", 619, null).totalRows()).isEmpty();
        assertThat(progress("STARTED", 619, null).remaining()).isEmpty();
    }

    @Test
    void is_not_at_the_end_before_the_end() {
        assertThat(progress("STARTED", 1_000, 1_000L).percent()).hasValue(99);
        assertThat(progress("STARTED", 1_200, 1_000L).percent()).hasValue(99);
        assertThat(progress("STARTED", 1_200, 1_000L).totalRows()).isEmpty();
        assertThat(progress("STOPPED", 1_200, 1_000L).percent()).hasValue(99);
    }

    @Test
    void is_at_the_end_when_complete_whatever_was_estimated() {
        assertThat(progress("COMPLETED", 619, 1_000L).percent()).hasValue(100);
        assertThat(progress("COMPLETED", 619, null).totalRows()).hasValue(619);
        assertThat(progress("COMPLETED", 619, 1_000L).remaining()).hasValue(0);
    }

    @Test
    void knows_what_still_runs() {
        assertThat(progress("STARTING", 10, null).isRunning()).isTrue();
        assertThat(progress("STARTED", 10, null).isRunning()).isTrue();
        assertThat(progress("STOPPED", 10, null).isRunning()).isFalse();
        assertThat(progress("FAILED", 10, null).isRunning()).isFalse();
    }

    @Test
    void tells_the_rate_over_the_whole_time() {
        assertThat(progress("COMPLETED", 5_040, null).rowsPerSecond()).isEqualTo(1_000);
    }
}
