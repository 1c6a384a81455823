package dev.migrate.engine.brake;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.BrakeKey;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a page may not begin.
 *
 * @param database for whose sake; empty: that of the run as a whole
 * @param brake the word for it: its key in a job file, or {@code pause}
 * @param reason a clause that says what is, and what is allowed
 * @param blind whether that is only because the brake cannot see its signal: then a page waits for a while and no longer
 * @param again when it is worth asking again
 */
public record Hold(Optional<DatabaseName> database, String brake, String reason, boolean blind, Duration again) {

    private static final Duration SOON = Duration.ofMillis(250);

    /** What a database shows is more than is allowed. */
    public static Hold of(DatabaseName database, BrakeKey brake, String reason) {
        return new Hold(Optional.of(database), brake.word(), reason, false, SOON);
    }

    /** What a database shows cannot be seen. */
    public static Hold blind(DatabaseName database, BrakeKey brake, String reason) {
        return new Hold(Optional.of(database), brake.word(), reason, true, SOON);
    }

    /** The run is not to go on for the moment. */
    public static Hold pause(String reason) {
        return new Hold(Optional.empty(), "pause", reason, false, SOON);
    }

    /** The same, to be asked again at another time. */
    public Hold until(Duration later) {
        return new Hold(database, brake, reason, blind, later);
    }
}
