package dev.migrate.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.monitor.Progress;
import dev.migrate.monitor.Readings;
import dev.migrate.monitor.pace.Eta;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final Progress reading = Readings.progress("STARTED", 6_100_000, 10_000_000L);

    private static Eta eta(long from, long to) {
        return new Eta(Duration.ofSeconds(from), Duration.ofSeconds(to));
    }

    @Test
    void tells_how_far_how_fast_and_how_long_still() {
        assertThat(ProgressLine.of(Readings.at(reading, 1_204_330.6, eta(3, 3))))
                .isEqualTo("consistencyCheck  61% | 6,100,000/10,000,000 rows | 1,204,331 rows/s | 39/64 partitions"
                        + " | 2 workers | 12 findings | 0:00:05 | ETA 0:00:03");
        assertThat(ProgressLine.of(Readings.at(reading, 900, eta(4_000, 5_000))))
                .endsWith(" | ETA 1:06:40–1:23:20");
    }

    @Test
    void leaves_out_what_is_not_known() {
        assertThat(ProgressLine.of(Readings.progress("STARTED", 6_100_000, null)))
                .isEqualTo("consistencyCheck | 6,100,000 rows | 39/64 partitions | 2 workers | 12 findings | 0:00:05");
    }

    @Test
    void shows_no_total_that_is_surpassed() {
        assertThat(ProgressLine.of(Readings.progress("STARTED", 6_100_000, 6_000_000L)))
                .startsWith("consistencyCheck  99% | 6,100,000 rows | ");
    }

    @Test
    void has_no_time_left_at_the_end() {
        assertThat(ProgressLine.of(Readings.progress("COMPLETED", 6_100_000, null)))
                .startsWith("consistencyCheck  100% | 6,100,000/6,100,000 rows | ")
                .doesNotContain("ETA");
    }

    @Test
    void measures_a_run_without_rows_by_its_partitions() {
        assertThat(ProgressLine.of(Readings.at(Readings.withoutRows("STARTED", 48), 8, eta(2, 2))))
                .isEqualTo("import  75% | 48/64 partitions | 2 workers | 0:00:05 | ETA 0:00:02");
    }

    @Test
    void says_first_what_holds_the_run() {
        assertThat(ProgressLine.of(Readings.progress("PAUSED", 6_100_000, 10_000_000L)))
                .startsWith("consistencyCheck  61% | paused | 6,100,000/");
        assertThat(ProgressLine.of(Readings.held(reading, "replica lags 12 s")))
                .startsWith("consistencyCheck  61% | held: replica lags 12 s | 6,100,000/");
    }
}
