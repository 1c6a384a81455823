package dev.migrate.steering;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is while its row is locked.
 *
 * @param asked the execution that somebody wants to steer
 * @param newest the newest one of the same job instance
 * @param status of that, as Spring Batch writes it
 * @param ended when it ended, in words; null if it did not
 * @param running whether its partitions may be claimed
 * @param begun whether they ever might be
 * @param throttle brakes that were set by hand, as JSON
 * @param manager who manages it, or did last, in words
 */
record FoundRun(
        long instance,
        long asked,
        long newest,
        String job,
        String status,
        @Nullable String ended,
        boolean running,
        boolean begun,
        boolean stop,
        boolean pause,
        String throttle,
        long epoch,
        @Nullable String manager,
        boolean managerAlive) {

    private static final Set<String> GOING_ON = Set.of("STARTING", "STARTED", "STOPPING");

    boolean isNewest() {
        return asked == newest;
    }

    /** Whether the execution has no end yet, though its manager may be gone. */
    boolean goesOn() {
        return GOING_ON.contains(status);
    }

    /** Whether all is over but for the manager's last words. */
    boolean isEnding() {
        return goesOn() && begun && !running && managerAlive;
    }

    boolean is(String other) {
        return status.equals(other);
    }

    /** {@code Execution 5 of check}. */
    String name() {
        return "Execution " + asked + " of " + job;
    }

    Steered.Refused notTheNewest(Verb verb) {
        return new Steered.Refused(name() + " is not the newest of its run: execution " + newest + " is, so type "
                + verb.word() + " " + newest + ".");
    }

    Steered.Refused notRunning() {
        return new Steered.Refused(name() + " is not running: it is " + status + since() + ".");
    }

    Steered.Refused ending() {
        return new Steered.Refused(name() + " is just ending: nothing is left to do or to hold.");
    }

    /** Why it can neither be paused nor resumed; empty if it can. */
    Optional<Steered> refusedUnlessHeldOrGoingOn() {
        if (!goesOn()) {
            return Optional.of(notRunning());
        }
        if (isEnding()) {
            return Optional.of(ending());
        }
        return stop
                ? Optional.of(new Steered.Refused(
                        name() + " is stopping: it can neither be paused nor resumed." + managerGone()))
                : Optional.empty();
    }

    /** Since when it is what it is, as far as that is known. */
    String since() {
        return ended == null ? "" : " since " + ended;
    }

    /** What to say where a run needs a manager and has none; else nothing. */
    String managerGone() {
        return managerAlive
                ? ""
                : " Its manager (" + manager + ") is gone: the command that began it, or restart " + asked
                        + ", goes on with it, and abandon " + asked + " ends it for good.";
    }
}
