package dev.migrate.engine.brake.signal;

import dev.migrate.job.throttle.ReplicationLag;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the standbys of a server are behind, logical subscribers among them; of a standby, how far it is behind itself. What
 * only stores WAL, a backup or an archive, replays nothing and is never behind.
 */
final class ReplicationLagSignal implements Sight.Look<ReplicationLagSignal.Lag> {

    // A standby that has replayed everything has no lag, whatever the time of its last transaction; else that time is
    // its primary's, and the same clock is asked by PostgreSQL's own advice.
    private static final String LAG = """
            select 'standby "' || application_name || '"' as who, state is null as hidden,
                   coalesce(extract(epoch from replay_lag), 0)::double precision as seconds
            from pg_stat_replication
            where not pg_is_in_recovery() and (replay_lsn is not null or state is null)
            union all
            select 'this standby', false,
                   case when pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
                        else greatest(0, extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())) end
            from pg_stat_get_wal_receiver() r
            where pg_is_in_recovery() and r.pid is not null
            order by hidden desc, seconds desc
            limit 1
            """;

    /** The one that is behind most. */
    record Lag(String who, double seconds) {

        Optional<String> beyond(ReplicationLag allowed) {
            double most = allowed.most().toMillis() / 1e3;
            return seconds <= most
                    ? Optional.empty()
                    : Optional.of("%s is %s behind, %s are allowed".formatted(who, seconds(seconds), seconds(most)));
        }

        private static String seconds(double seconds) {
            return seconds >= 10 || seconds == Math.rint(seconds)
                    ? "%.0f s".formatted(seconds)
                    : String.format(Locale.ROOT, "%.1f s", seconds);
        }
    }

    @Override
    public Lag at(Connection connection) throws SQLException, CannotSee {
        try (Statement statement = connection.createStatement();
                ResultSet worst = statement.executeQuery(LAG)) {
            if (!worst.next()) {
                throw new CannotSee("how far standbys are behind: none is connected");
            }
            if (worst.getBoolean("hidden")) {
                throw new CannotSee(
                        "how far standbys are behind: the role of this database may not; grant it pg_read_all_stats");
            }
            return new Lag(worst.getString("who"), worst.getDouble("seconds"));
        }
    }
}
