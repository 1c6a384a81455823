package dev.migrate.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run of {@code scripts/chaos}; {@code -Dchaos.seed} and {@code -Dchaos.seconds} make it another. */
@Tag("process")
@Tag("slow")
class ChaosIT {

    // By it a worker freezes early, and within 30 s each kind of process is killed and each server restarted.
    private static final long SEED = 3_876_370;
    private static final int SECONDS = 30;
    private static final long ROWS = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "rabbitmq"})
    void loses_nothing_and_does_nothing_twice(String transport) throws Exception {
        Options options = new Options(
                transport,
                Duration.ofSeconds(Integer.getInteger("chaos.seconds", SECONDS)),
                Long.getLong("chaos.seed", SEED),
                ROWS,
                3,
                transport.equals("postgres") ? 4 : 40);

        assertThat(new Chaos(options, System.out).run()).as(options.toString()).isTrue();
    }
}
