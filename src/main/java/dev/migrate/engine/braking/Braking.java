package dev.migrate.engine.braking;

import dev.migrate.engine.accept.AcceptedRun;
import dev.migrate.engine.claim.Attempt;
import dev.migrate.job.Pause;
import dev.migrate.job.key.DatabaseName;
import java.time.Clock;
import java.util.List;

/** Puts brakes on the attempts of this process. Thread-safe. */
public final class Braking {

    private final Brakes brakes;
    private final Clock clock;
    private final Pause pause;

    public Braking(Brakes brakes, Clock clock, Pause pause) {
        this.brakes = brakes;
        this.clock = clock;
        this.pause = pause;
    }

    /** The brakes of an attempt whose databases are known. */
    public AttemptBrakes of(Attempt attempt, AcceptedRun run, Orders orders) {
        DatabaseName own = attempt.claim().partition().database();
        Uses uses = new Uses(
                attempt.claim().partition().instance(),
                own,
                attempt.databases(),
                own == null ? List.of() : run.keySpace(own).sides());
        return new AttemptBrakes(brakes, clock, pause, attempt, run, orders, uses);
    }
}
