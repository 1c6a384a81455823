package dev.migrate.database.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A session that says: somebody needs this server. It holds a shared advisory lock, which the server itself takes back from
 * a process that dies.
 */
final class Presence {

    private static final long LOCK = 0x6d69_6772_6174_65L;

    private final Connection connection;

    private Presence(Connection connection) {
        this.connection = connection;
    }

    static Presence on(Access access) throws SQLException {
        Connection connection = access.open("postgres");
        try {
            ask(connection, "select pg_advisory_lock_shared(" + LOCK + ") is null");
            return new Presence(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Gives up the presence; true if no other process has one. A server that does not answer is nobody's to stop. */
    boolean leave() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock_shared(" + LOCK + ")");
            return ask(connection, "select pg_try_advisory_lock(" + LOCK + ")");
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
