package dev.migrate.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.monitor.Progress;
import dev.migrate.monitor.Readings;
import dev.migrate.monitor.Throughput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final Progress reading = Readings.progress("STARTED", 6_100_000, 10_000_000L);

    private static Throughput unknown() {
        return new Throughput(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    @Test
    void tells_how_far_how_fast_and_how_long_still() {
        Throughput throughput = Readings.throughput(Duration.ofSeconds(2), 2_408_662);
        assertThat(ProgressLine.of(reading, throughput))
                .isEqualTo("consistencyCheck  61% | 6,100,000/10,000,000 rows | 1,204,331 rows/s | 39/64 partitions"
                        + " | 2 workers | 12 findings | 0:00:05 | ETA 0:00:04");
    }

    @Test
    void leaves_out_what_is_not_known() {
        assertThat(ProgressLine.of(Readings.progress("STARTED", 6_100_000, null), unknown()))
                .isEqualTo("consistencyCheck | 6,100,000 rows | 39/64 partitions | 2 workers | 12 findings | 0:00:05");
    }

    @Test
    void shows_no_total_that_is_surpassed() {
        assertThat(ProgressLine.of(Readings.progress("STARTED", 6_100_000, 6_000_000L), unknown()))
                .startsWith("consistencyCheck  99% | 6,100,000 rows | ");
    }

    @Test
    void has_no_time_left_at_the_end() {
        Throughput throughput = Readings.throughput(Duration.ofSeconds(2), 2_408_662);
        assertThat(ProgressLine.of(Readings.progress("COMPLETED", 6_100_000, null), throughput))
                .startsWith("consistencyCheck  100% | 6,100,000/6,100,000 rows | ")
                .doesNotContain("ETA");
    }

    @Test
    void measures_a_run_without_rows_by_its_partitions() {
        Throughput throughput = Readings.throughput(Duration.ofSeconds(2), 16);
        assertThat(ProgressLine.of(Readings.withoutRows("STARTED", 48), throughput))
                .isEqualTo("import  75% | 48/64 partitions | 2 workers | 0:00:05 | ETA 0:00:02");
    }
}
