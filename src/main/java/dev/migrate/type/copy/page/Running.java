package dev.migrate.type.copy.page;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** What runs on a borrowed connection, for another thread to cancel. Thread-safe. */
final class Running {

    private @Nullable Connection connection;
    private boolean cancelled;

    /** From now on it can be cancelled; if it has been already, it must not begin. */
    synchronized void on(Connection borrowed) throws SQLException {
        if (cancelled) {
            throw new SQLException("cancelled before it began");
        }
        connection = borrowed;
    }

    /** From now on the connection may be another's, which is not to be cancelled. */
    synchronized void over() {
        connection = null;
    }

    /** To be repeated until it has ended: it may be between two statements just now. */
    synchronized void cancel() {
        cancelled = true;
        if (connection != null) {
            cancel(connection);
        }
    }

    private static void cancel(Connection connection) {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            abort(connection);
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is closed already.
            return;
        }
    }
}
