package dev.migrate.engine.accept;

import dev.migrate.job.throttle.BrakeText;
import java.util.List;
import java.util.Optional;

/**
 * What people ask of a run while it goes on, as of the last look.
 *
 * @param pause why no page may begin; empty: one may
 * @param paused whether that is so because somebody paused the run: then nothing may be claimed either
 * @param brakes those set by hand, each in the place of the job file's
 */
public record Steering(Optional<String> pause, boolean paused, List<BrakeText> brakes) {

    /** Nothing is asked. */
    public static final Steering NONE = new Steering(Optional.empty(), false, List.of());

    public Steering {
        brakes = List.copyOf(brakes);
    }
}
