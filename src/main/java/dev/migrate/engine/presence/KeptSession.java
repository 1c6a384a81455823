package dev.migrate.engine.presence;

import dev.migrate.job.UserMistake;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells a session that is kept by one backend from one that a pooler gives another backend whenever it likes. */
final class KeptSession {

    private final Connection session;
    private final int backend;

    private KeptSession(Connection session, int backend) {
        this.session = session;
        this.backend = backend;
    }

    /**
     * Takes a session, and tries whether a second one's transaction takes its backend away.
     *
     * @throws UserMistake if it does
     */
    static KeptSession of(Connection session, Sessions sessions) throws SQLException {
        KeptSession kept = new KeptSession(session, backend(session));
        try (Connection other = sessions.open()) {
            other.setAutoCommit(false);
            int taken = backend(other);
            if (taken == kept.backend || !kept.isKept()) {
                throw new UserMistake("the repository is reached through a pooler that does not keep sessions, so that"
                        + " nobody could tell who is alive: give migrate.repository.url a direct address, or a pooler in"
                        + " session mode");
            }
        }
        return kept;
    }

    /** Asks the server; whoever answers must be the same backend as ever. */
    boolean isKept() throws SQLException {
        return backend(session) == backend;
    }

    private static int backend(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
