package dev.migrate.engine.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** How a transaction that concerns a checkpoint is set up: only for itself, as its session may be a pooler's. */
final class LocalSettings {

    // What the repository counts must survive a crash of this server; what a frozen worker has locked must be free
    // soon.
    private static final String SETTINGS = """
            select set_config('application_name', ?, true),
                   set_config('idle_in_transaction_session_timeout', '15s', true),
                   set_config('synchronous_commit',
                       case current_setting('synchronous_commit') when 'off' then 'on'
                            else current_setting('synchronous_commit') end, true)
            """;

    private static final String LOCK_TIMEOUT = "select set_config('lock_timeout', ?, true)";

    private LocalSettings() {}

    /** To be done first in the transaction. */
    static void set(Connection connection, Fence fence) throws SQLException {
        set(connection, SETTINGS, fence.sessionName());
    }

    /** How long the transaction waits for a lock at most. */
    static void lockTimeout(Connection connection, Duration most) throws SQLException {
        set(connection, LOCK_TIMEOUT, most.toMillis() + "ms");
    }

    private static void set(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
        }
    }
}
