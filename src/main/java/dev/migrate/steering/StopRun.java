package dev.migrate.steering;

/** {@code stop}. */
final class StopRun {

    private final RunFlags flags;
    private final SteeringLog log;

    StopRun(RunFlags flags, SteeringLog log) {
        this.flags = flags;
        this.log = log;
    }

    Steered grant(FoundRun run) {
        if (!run.goesOn()) {
            return run.notRunning();
        }
        if (run.isEnding()) {
            return run.ending();
        }
        if (run.stop()) {
            return new Steered.Refused(already(run));
        }
        flags.stop(run);
        return new Steered.Done(
                run.managerAlive()
                        ? run.name()
                                + " stops: the pages in hand are finished, then it is STOPPED; the command that began"
                                + " it, or restart " + run.asked() + ", goes on from there."
                        : run.name() + " stops: workers that live finish their pages and give the rest back."
                                + run.managerGone());
    }

    private String already(FoundRun run) {
        return run.name() + " is stopping already"
                + log.lastOfExecution(run, Verb.STOP)
                        .map(asked -> ", asked for " + asked)
                        .orElse("") + "." + run.managerGone();
    }
}
