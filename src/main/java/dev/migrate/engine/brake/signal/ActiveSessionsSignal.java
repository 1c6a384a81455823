package dev.migrate.engine.brake.signal;

import dev.migrate.job.throttle.ActiveSessions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** How many sessions of others are at work on a server, in any of its databases. */
final class ActiveSessionsSignal implements Sight.Look<ActiveSessionsSignal.Sessions> {

    // Ours go by the name of the session that asks, or by one that begins with "migrate". Of a session that may not be
    // seen, the state is null.
    private static final String OTHERS = """
            select count(*) filter (where state in ('active', 'fastpath function call')) as active,
                   count(*) filter (where state is null or state = 'disabled') as hidden
            from pg_stat_activity
            where coalesce(backend_type, 'client backend') = 'client backend' and datid is not null
              and usesysid is not null and pid <> pg_backend_pid()
              and application_name <> current_setting('application_name') and application_name !~ '^migrate( |$)'
            """;

    /**
     * Those of others.
     *
     * @param active known to be at work
     * @param hidden perhaps at work
     */
    record Sessions(long active, long hidden) {

        Optional<String> beyond(ActiveSessions allowed) throws CannotSee {
            if (active > allowed.most()) {
                return Optional.of("%,d sessions of others are at work, %,d allowed".formatted(active, allowed.most()));
            }
            if (active + hidden > allowed.most()) {
                throw new CannotSee("whether %,d sessions of others are at work; grant the role pg_read_all_stats"
                        .formatted(hidden));
            }
            return Optional.empty();
        }
    }

    @Override
    public Sessions at(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OTHERS)) {
            row.next();
            return new Sessions(row.getLong("active"), row.getLong("hidden"));
        }
    }
}
