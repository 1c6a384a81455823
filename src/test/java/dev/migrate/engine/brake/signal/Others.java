package dev.migrate.engine.brake.signal;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Sessions of other people on a server, each in a thread of its own. Close it: it ends them. */
final class Others implements AutoCloseable {

    private final String url;
    private final List<Connection> sessions = new ArrayList<>();

    /** @param url of a database, with parameters */
    Others(String url) {
        this.url = url + "&ApplicationName=report";
    }

    /** A session that has run that, and goes on. */
    Connection ran(String sql) throws SQLException {
        Connection session = open();
        execute(session, sql);
        return session;
    }

    /** A session that runs that, which takes a while. */
    void run(String sql) throws SQLException {
        Connection session = open();
        Thread thread = new Thread(() -> {
            try {
                execute(session, sql);
            } catch (SQLException e) {
                // it is ended when the test is
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when so many of them are at work, or wait for a lock. */
    void awaitAtWork(int count) {
        await().until(() -> atWork() == count);
    }

    private int atWork() throws SQLException {
        try (Connection asking = DriverManager.getConnection(url);
                Statement statement = asking.createStatement();
                var row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where application_name = 'report' and state = 'active' and pid <> pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection open() throws SQLException {
        Connection session = DriverManager.getConnection(url);
        sessions.add(session);
        return session;
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends them all. */
    void end() throws SQLException {
        for (Connection session : sessions) {
            session.abort(Runnable::run);
        }
        try (Connection executioner = DriverManager.getConnection(url)) {
            execute(
                    executioner,
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'report' and pid <> pg_backend_pid()");
        }
        sessions.clear();
    }

    @Override
    public void close() throws SQLException {
        end();
    }
}
