package dev.migrate.steering;

/** {@code pause}. */
final class PauseRun {

    private final RunFlags flags;
    private final SteeringLog log;

    PauseRun(RunFlags flags, SteeringLog log) {
        this.flags = flags;
        this.log = log;
    }

    Steered grant(FoundRun run) {
        if (run.pause() && run.goesOn()) {
            return new Steered.Refused(already(run));
        }
        return run.refusedUnlessHeldOrGoingOn().orElseGet(() -> {
            flags.pause(run);
            return new Steered.Done(
                    run.name() + " is paused: the pages in hand are finished and nothing new is begun; resume "
                            + run.asked() + " lets it go on." + whoseManagerIsGone(run));
        });
    }

    private String already(FoundRun run) {
        return run.name() + " is paused already"
                + log.last(run, Verb.PAUSE).map(asked -> ", " + asked).orElse("") + "; resume " + run.asked()
                + " lets it go on.";
    }

    private static String whoseManagerIsGone(FoundRun run) {
        return run.managerAlive()
                ? ""
                : " Its manager (" + run.manager()
                        + ") is gone; it stays paused when the command that began it, or restart " + run.asked()
                        + ", goes on with it.";
    }
}
