package dev.migrate.engine.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.SteppedTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every brake does, whatever it goes by. */
public abstract class BrakeContract {

    protected final SteppedTime time = new SteppedTime();

    /** The brake, while there is no reason to hold. */
    protected abstract Brake brake() throws Exception;

    /** There comes to be a reason. */
    protected abstract void giveReason() throws Exception;

    /** It goes away. */
    protected abstract void takeReasonAway() throws Exception;

    /** By which word, and with what reason, it holds then. */
    protected abstract String expected();

    @Test
    void holds_and_says_why_as_long_as_there_is_a_reason() throws Exception {
        Brake brake = brake();
        assertThat(asked(brake)).isEmpty();

        giveReason();
        await().pollInterval(Duration.ofMillis(50)).until(() -> !asked(brake).isEmpty());

        List<Hold> holds = asked(brake);
        assertThat(holds).allMatch(hold -> !hold.blind());
        assertThat(holds.stream().map(hold -> hold.brake() + ": " + hold.reason()))
                .allMatch(told -> told.matches(expected()), expected());
        assertThat(holds).allMatch(hold -> hold.again().compareTo(Duration.ofSeconds(1)) <= 0);

        takeReasonAway();
        await().pollInterval(Duration.ofMillis(50)).until(() -> asked(brake).isEmpty());
    }

    /** What was seen is not fresh any more when it is asked. */
    protected List<Hold> asked(Brake brake) {
        time.pass(Duration.ofSeconds(1));
        return brake.holds();
    }
}
