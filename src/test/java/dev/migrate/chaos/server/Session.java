package dev.migrate.chaos.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The harness's own session with a server that may be away: opened when it is needed, and again after it was lost. Not
 * thread-safe.
 */
public final class Session implements AutoCloseable {

    /** By this name the harness knows its own sessions from those of the run. */
    public static final String NAME = "chaos";

    private final String url;
    private @Nullable Connection connection;

    public Session(String url) {
        this.url = url;
    }

    /** Asks the server; empty if it is away, or has nothing of the kind that is asked for. */
    public <T> Optional<T> ask(Function<JdbcClient, T> question) {
        try {
            return Optional.of(askNow(question));
        } catch (DataAccessException e) {
            close();
            return Optional.empty();
        }
    }

    /** Asks the server, which must be there. */
    public <T> T askNow(Function<JdbcClient, T> question) {
        try {
            return question.apply(JdbcClient.create(new SingleConnectionDataSource(open(), true)));
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no session with " + url, e);
        }
    }

    /** Runs SQL on the server, which must be there. */
    public void execute(String sql) throws SQLException {
        try (var statement = open().createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            open = DriverManager.getConnection(url, properties());
            connection = open;
        }
        return open;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresServer.USER);
        properties.setProperty("ApplicationName", NAME);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "60");
        return properties;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // The server is away, and with it the session.
            }
        }
    }
}
