package dev.migrate.engine.braking;

import dev.migrate.engine.brake.Brake;
import dev.migrate.engine.brake.Hold;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.throttle.BrakeKey;
import dev.migrate.job.throttle.RowsPerSecond;
import java.time.Duration;
import java.util.List;

/** Holds until the rows that were done have melted away at the rate that is allowed. */
final class RowsPerSecondBrake implements Brake {

    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final double LONGEST_SECONDS = 1;

    private final DatabaseName database;
    private final double rate;
    private final Pace pace;
    private final Pace.Of what;

    RowsPerSecondBrake(DatabaseName database, RowsPerSecond allowed, Pace pace, Pace.Of what) {
        this.database = database;
        this.rate = (double) allowed.rows();
        this.pace = pace;
        this.what = what;
    }

    @Override
    public List<Hold> holds() {
        double owed = pace.owed(what, rate);
        return owed <= 0
                ? List.of()
                : List.of(Hold.of(database, BrakeKey.ROWS_PER_SECOND, reason()).until(melting(owed)));
    }

    @Override
    public void passed(long rows) {
        pace.add(what, rows, rate);
    }

    private String reason() {
        return "%,.0f rows/s are allowed".formatted(rate) + (what.instance() == 0 ? " over all runs" : "");
    }

    private Duration melting(double owed) {
        double seconds = Math.min(LONGEST_SECONDS, owed / rate);
        Duration exact = Duration.ofNanos((long) (seconds * 1e9));
        return exact.compareTo(SHORTEST) < 0 ? SHORTEST : exact;
    }
}
