package dev.migrate.engine.brake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.SteppedTime;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.BrakeKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwaitBrakeTest {

    private static final DatabaseName SHOP = new DatabaseName("shop");
    private static final Hold SEEN = Hold.of(SHOP, BrakeKey.MAX_ACTIVE_SESSIONS, "too many");
    private static final Hold BLIND = Hold.blind(SHOP, BrakeKey.MAX_REPLICATION_LAG, "cannot see");

    private final SteppedTime time = new SteppedTime();
    private final List<Hold> heard = new ArrayList<>();
    private final List<Duration> slept = new ArrayList<>();
    private List<Hold> holds = List.of();
    private int looksUntilFree = Integer.MAX_VALUE;

    private Duration slept() {
        return slept.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private AwaitBrake await() {
        Brake brake = () -> slept.size() < looksUntilFree ? holds : List.of();
        return new AwaitBrake(brake, heard::add, time, atMost -> {
            slept.add(atMost);
            time.pass(atMost);
        });
    }

    @Test
    void does_not_wait_when_nothing_holds() throws Exception {
        assertThat(await().await(() -> false)).isTrue();
        assertThat(slept).isEmpty();
    }

    @Test
    void lets_nothing_begin_that_is_over_though_nothing_holds_it_any_more() throws Exception {
        holds = List.of(SEEN);
        looksUntilFree = 1;

        assertThat(await().await(() -> slept.size() == 1)).isFalse();
        assertThat(slept).hasSize(1);
    }

    @Test
    void goes_on_when_everything_lets_go() throws Exception {
        holds = List.of(SEEN, BLIND);
        looksUntilFree = 100;

        assertThat(await().await(() -> false)).isTrue();
        assertThat(slept).hasSize(100).allMatch(slice -> slice.compareTo(Duration.ofSeconds(1)) <= 0);
        assertThat(heard).hasSize(200).contains(SEEN, BLIND);
    }

    @Test
    void gives_up_when_there_is_no_more_use_in_waiting() throws Exception {
        holds = List.of(SEEN);

        assertThat(await().await(() -> slept.size() == 3)).isFalse();
    }

    @Test
    void a_signal_that_cannot_be_seen_holds_for_ten_seconds() throws Exception {
        holds = List.of(BLIND);

        assertThat(await().await(() -> false)).isTrue();
        assertThat(slept()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void a_signal_that_is_seen_holds_beside_one_that_is_not() throws Exception {
        holds = List.of(SEEN, BLIND);

        assertThat(await().await(() -> slept().compareTo(Duration.ofMinutes(5)) > 0))
                .isFalse();
    }

    @Test
    void waits_no_longer_than_it_is_worth_and_no_longer_than_a_second() throws Exception {
        holds = List.of(SEEN.until(Duration.ofMillis(30)));
        looksUntilFree = 1;
        await().await(() -> false);
        holds = List.of(SEEN.until(Duration.ofHours(1)));
        looksUntilFree = 2;
        await().await(() -> false);

        assertThat(slept).containsExactly(Duration.ofMillis(30), Duration.ofSeconds(1));
    }
}
