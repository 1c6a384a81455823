package dev.migrate.chaos.watch;

import dev.migrate.chaos.fault.FaultKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a fault until the run goes on. Not thread-safe. */
public final class Recovery {

    private final FaultKind kind;
    private final String whom;
    private boolean alone = true;
    private long from;
    private @Nullable Sign sign;
    private @Nullable Duration taken;

    Recovery(FaultKind kind, String whom) {
        this.kind = kind;
        this.whom = whom;
    }

    FaultKind kind() {
        return kind;
    }

    /** Begins to measure, at that time of the monotonic clock. */
    public void measure(long nanos, Sign by) {
        from = nanos;
        sign = by;
    }

    /** Whether this is the moment at which the run goes on. */
    boolean endsWith(Sight sight, long nanos) {
        if (sign == null || !sign.isIn(sight)) {
            return false;
        }
        taken = Duration.ofNanos(nanos - from);
        return true;
    }

    Optional<Duration> taken() {
        return Optional.ofNullable(taken);
    }

    /** Whether nothing else was away meanwhile. */
    boolean isAlone() {
        return alone;
    }

    void isNotAlone() {
        alone = false;
    }

    /** {@code kill-worker worker-2 (pid 4711) after 2.75 s, not alone}. */
    public String told() {
        return this
                + taken().map(time -> " after " + Tally.seconds(time) + " s").orElse("")
                + (alone ? "" : ", not alone");
    }

    /** {@code kill-worker worker-2 (pid 4711)}. */
    @Override
    public String toString() {
        return kind.title() + " " + whom;
    }
}
