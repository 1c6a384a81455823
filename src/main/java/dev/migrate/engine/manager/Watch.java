package dev.migrate.engine.manager;

import dev.migrate.database.SqlProblem;
import dev.migrate.engine.presence.Presence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** What a manager must heed while it watches: its presence, the wish to stop, and a repository that is away for a while. */
final class Watch {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Presence presence;
    private final BooleanSupplier stop;
    private final Clock clock;
    private Instant lastSuccess;

    Watch(Presence presence, BooleanSupplier stop, Clock clock) {
        this.presence = presence;
        this.stop = stop;
        this.clock = clock;
        this.lastSuccess = clock.instant();
    }

    boolean stopRequested() {
        return stop.getAsBoolean();
    }

    /** Demands that nobody can have taken this manager for dead. */
    void demandPresence() {
        if (presence.isLost()) {
            throw new PresenceLost();
        }
    }

    /** Tries to look; a passing error counts as having seen that there is more to wait for, for a minute. */
    boolean attempt(BooleanSupplier look) {
        try {
            boolean more = look.getAsBoolean();
            lastSuccess = clock.instant();
            return more;
        } catch (RuntimeException e) {
            if (SqlProblem.of(e) == SqlProblem.PASSING && clock.instant().isBefore(lastSuccess.plus(PATIENCE))) {
                return true;
            }
            throw e;
        }
    }
}
