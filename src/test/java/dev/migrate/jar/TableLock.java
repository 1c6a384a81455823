package dev.migrate.jar;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Lets nobody write to a table until it is closed, so that a process can be met at a certain statement. */
final class TableLock implements AutoCloseable {

    private static final String WAITING = """
            select exists (select from pg_stat_activity
                           where datname = current_database() and wait_event_type = 'Lock' and query like ?)
            """;

    private final String url;
    private final Connection connection;

    TableLock(String url, String table) {
        this.url = url;
        try {
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table " + table + " in exclusive mode");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a session waits to do a statement with these words. */
    boolean stops(String words) {
        // Not on the connection with the lock: in one transaction all looks at the sessions show the same.
        try (Connection onlooker = DriverManager.getConnection(url);
                PreparedStatement query = onlooker.prepareStatement(WAITING)) {
            query.setString(1, "%" + words + "%");
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
