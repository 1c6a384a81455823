package dev.migrate.engine.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sessions of workers that had a partition before, as they can be seen from one connection. A frozen one would hold up
 * its successor for as long as its locks last. Used by one thread.
 */
final class Predecessors {

    private static final String SESSIONS = """
            select pid, application_name, usename from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and starts_with(application_name, ?)
            """;

    private static final String TERMINATE =
            "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and application_name = ?";

    private static final String NOT_ALLOWED = "42501";

    private record Session(int pid, String name, String user) {}

    private final Connection connection;
    private final Fence fence;

    Predecessors(Connection connection, Fence fence) {
        this.connection = connection;
        this.fence = fence;
    }

    /** Has the server end their sessions; returns the users of those that it would not end for us. */
    List<String> terminate() throws SQLException {
        List<String> spared = new ArrayList<>();
        for (Session session : sessions()) {
            if (!terminate(session)) {
                spared.add(session.user());
            }
        }
        return spared;
    }

    private List<Session> sessions() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SESSIONS)) {
            statement.setString(1, fence.namesBegin());
            List<Session> sessions = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sessions.add(new Session(row.getInt(1), row.getString(2), String.valueOf(row.getString(3))));
                }
            }
            return sessions.stream().filter(s -> fence.overtook(s.name())).toList();
        }
    }

    private boolean terminate(Session session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TERMINATE)) {
            statement.setInt(1, session.pid());
            statement.setString(2, session.name());
            statement.execute();
            return true;
        } catch (SQLException e) {
            if (NOT_ALLOWED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
