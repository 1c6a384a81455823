package dev.migrate.job.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {

    private static Throttle of(String... texts) {
        return Throttle.NONE.with(Arrays.stream(texts).map(BrakeText::of).toList());
    }

    @Test
    void is_read_from_texts_such_as_stand_in_a_job_file() {
        assertThat(of(
                        "rows-per-second=5_000",
                        "max-replication-lag=1500ms",
                        "max-wal-per-second=64MB",
                        "max-active-sessions=10",
                        "hold-for-vacuum=false",
                        "hold-for-locks=on"))
                .isEqualTo(new Throttle(
                        new RowsPerSecond(5_000),
                        new ReplicationLag(Duration.ofMillis(1_500)),
                        new WalPerSecond(64 << 20),
                        new ActiveSessions(10),
                        false,
                        true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rows-per-second=500",
                "max-replication-lag=5s",
                "max-replication-lag=250ms",
                "max-wal-per-second=1536KB",
                "max-wal-per-second=7B",
                "max-active-sessions=1",
                "hold-for-vacuum=true",
                "hold-for-locks=false"
            })
    void is_written_as_it_was_read(String text) {
        BrakeText read = BrakeText.of(text);

        assertThat(Throttle.NONE.with(List.of(read)).text(read.brake())).isEqualTo(read.value());
        assertThat(read).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows-per-secnd=5|there is no brake \"rows-per-secnd\"; did you mean \"rows-per-second\"?",
                "xyzzy=5|there is no brake \"xyzzy\"; known are rows-per-second, max-replication-lag, max-wal-per-second,"
                        + " max-active-sessions, hold-for-vacuum, hold-for-locks",
                "rows-per-second=fast|\"rows-per-second\" must be a whole number, not \"fast\"",
                "rows-per-second=|\"rows-per-second\" must be a whole number, not \"\"",
                "rows-per-second=99999999999999999999|\"rows-per-second\" must be a whole number, not"
                        + " \"99999999999999999999\"",
                "rows-per-second=0|\"rows-per-second\" must be 1 or more, not 0; pause the run to stand still",
                "max-replication-lag=5|\"max-replication-lag\" must be a duration such as 5s or 2m, not \"5\"",
                "max-replication-lag=-5s|\"max-replication-lag\" must be a duration such as 5s or 2m, not \"-5s\"",
                "max-replication-lag=999999999999999d|\"max-replication-lag\" must be a duration such as 5s or 2m, not"
                        + " \"999999999999999d\"",
                "max-replication-lag=0s|\"max-replication-lag\" must be more than nothing, as in 5s",
                "max-wal-per-second=64|\"max-wal-per-second\" must be a size such as 64MB, not \"64\"",
                "max-wal-per-second=99999999TB|\"max-wal-per-second\" must be a size such as 64MB, not \"99999999TB\"",
                "max-wal-per-second=0MB|\"max-wal-per-second\" must be more than nothing, as in 64MB",
                "max-active-sessions=3000000000|\"max-active-sessions\" must be from 1 to 2147483647, not 3000000000",
                "hold-for-locks=perhaps|\"hold-for-locks\" must be true or false, not \"perhaps\"",
                "500|\"500\" sets no brake; write it like rows-per-second=500, or rows-per-second=none to lift it",
            })
    void refuses_what_will_not_do(String text, String sentence) {
        assertThatThrownBy(() -> BrakeText.of(text))
                .isInstanceOf(UserMistake.class)
                .hasMessage(sentence);
    }

    @Test
    void what_is_set_by_hand_takes_the_place_of_what_was_there() {
        Throttle jobFile = of("rows-per-second=500", "max-replication-lag=5s", "hold-for-locks=true");

        Throttle changed = jobFile.with(List.of(
                BrakeText.of("rows-per-second=9000"),
                BrakeText.of("max-replication-lag=none"),
                BrakeText.of("hold-for-locks=none")));

        assertThat(changed).isEqualTo(of("rows-per-second=9000", "hold-for-locks=false"));
    }

    @Test
    void the_strictest_of_two_lets_the_least_pass() {
        Throttle one =
                of("rows-per-second=500", "max-replication-lag=5s", "max-active-sessions=7", "hold-for-locks=no");
        Throttle other =
                of("rows-per-second=9", "max-wal-per-second=1MB", "max-active-sessions=8", "hold-for-locks=yes");

        assertThat(one.strictest(other))
                .isEqualTo(other.strictest(one))
                .isEqualTo(of(
                        "rows-per-second=9",
                        "max-replication-lag=5s",
                        "max-wal-per-second=1MB",
                        "max-active-sessions=7",
                        "hold-for-locks=true"));
    }
}
