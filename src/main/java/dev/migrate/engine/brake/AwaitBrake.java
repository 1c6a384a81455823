package dev.migrate.engine.brake;

import dev.migrate.job.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Holds a thread back until a brake lets it go. Used by one thread. */
public final class AwaitBrake {

    private static final Duration LONGEST_SLICE = Duration.ofSeconds(1);
    private static final Duration LONGEST_BLIND = Duration.ofSeconds(10);

    private final Brake brake;
    private final Consumer<Hold> listener;
    private final Clock clock;
    private final Pause pause;

    /** @param listener hears what holds, again and again while it does */
    public AwaitBrake(Brake brake, Consumer<Hold> listener, Clock clock, Pause pause) {
        this.brake = brake;
        this.listener = listener;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Returns true when the brake lets go, false when nothing is to begin any more. A signal that cannot be seen holds for ten
     * seconds and no longer.
     *
     * @param over whether nothing is to begin any more; asked at least once, and once a second
     */
    public boolean await(BooleanSupplier over) throws InterruptedException {
        Instant blindEnd = clock.instant().plus(LONGEST_BLIND);
        List<Hold> holds = holding(blindEnd);
        // Asked after the brake: nothing is known any more of a run that was stopped meanwhile, not even its pause.
        while (!over.getAsBoolean()) {
            if (holds.isEmpty()) {
                return true;
            }
            holds.forEach(listener);
            pause.sleep(slice(holds));
            holds = holding(blindEnd);
        }
        return false;
    }

    private List<Hold> holding(Instant blindEnd) {
        List<Hold> holds = brake.holds();
        boolean inVain =
                holds.stream().allMatch(Hold::blind) && !clock.instant().isBefore(blindEnd);
        return inVain ? List.of() : holds;
    }

    private static Duration slice(List<Hold> holds) {
        return holds.stream()
                .map(Hold::again)
                .filter(again -> again.compareTo(LONGEST_SLICE) < 0)
                .max(Duration::compareTo)
                .orElse(LONGEST_SLICE);
    }
}
