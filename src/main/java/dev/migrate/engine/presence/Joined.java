package dev.migrate.engine.presence;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A presence, and the number under which its process is known to work. */
public record Joined(Presence presence, int number) {

    /**
     * Joins and signs on, both or neither.
     *
     * @param instance the only job instance to work for; null: any
     */
    public static Joined with(Sessions sessions, int threads, @Nullable Long instance) throws SQLException {
        Presence presence = Presence.join(sessions);
        try {
            return new Joined(presence, presence.signOn(ProcessName.here(), threads, instance));
        } catch (SQLException | RuntimeException e) {
            presence.close();
            throw e;
        }
    }
}
