package dev.migrate.steering;

/** {@code resume}. */
final class ResumeRun {

    private final RunFlags flags;

    ResumeRun(RunFlags flags) {
        this.flags = flags;
    }

    Steered grant(FoundRun run) {
        return run.refusedUnlessHeldOrGoingOn().orElseGet(() -> {
            if (!run.pause()) {
                return new Steered.Refused(run.name() + " is not paused." + run.managerGone());
            }
            flags.resume(run);
            return new Steered.Done(run.name() + " goes on." + run.managerGone());
        });
    }
}
