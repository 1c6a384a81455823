package dev.migrate.engine.brake.signal;

import dev.migrate.job.throttle.WalPerSecond;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much WAL a server has written that a rate does not allow yet: it melts away at that rate, by the server's clock. Whoever
 * wrote it counts, and a minute's worth is the most. A standby writes none. Thread-safe.
 */
final class WalSignal {

    private static final double MOST_SECONDS = 60;

    private static final String WRITTEN = """
            select case when not pg_is_in_recovery() then pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') end::bigint as bytes,
                   extract(epoch from clock_timestamp())::double precision as at
            """;

    /** How much was written until when; null: this server writes none. */
    record Written(@Nullable Long bytes, double at) {}

    private final Sight<Written> sight;
    private final WalPerSecond allowed;
    private @Nullable Written before;
    private double owed;

    WalSignal(Sight<Written> sight, WalPerSecond allowed) {
        this.sight = sight;
        this.allowed = allowed;
    }

    static Written look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WRITTEN)) {
            row.next();
            return new Written(row.getObject("bytes", Long.class), row.getDouble("at"));
        }
    }

    synchronized Optional<String> beyond() throws CannotSee {
        Written now = sight.get();
        if (!now.equals(before)) {
            owed = owed(before, now);
            before = now;
        }
        return owed <= 0
                ? Optional.empty()
                : Optional.of("%,.1f MB of WAL were written beyond the %s a second that are allowed"
                        .formatted(owed / (1 << 20), allowed));
    }

    private double owed(@Nullable Written last, Written now) {
        if (last == null || last.bytes() == null || now.bytes() == null || now.bytes() < last.bytes()) {
            return 0;
        }
        double melted = owed + (now.bytes() - last.bytes()) - allowed.bytes() * (now.at() - last.at());
        return Math.max(0, Math.min(MOST_SECONDS * allowed.bytes(), melted));
    }
}
