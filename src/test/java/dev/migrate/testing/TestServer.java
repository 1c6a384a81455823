package dev.migrate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The one PostgreSQL server of this JVM; stopped when the JVM ends. */
public final class TestServer {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("timezone", "Asia/Kathmandu")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates an empty database and returns its JDBC URL. */
    public static String freshDatabase() {
        String name = "test" + NEXT.incrementAndGet();
        execute(url("postgres"), "create database " + name);
        return url(name);
    }

    public static String url(String database) {
        return SERVER.getJdbcUrl("postgres", database);
    }

    /** Runs SQL, several statements if need be, on a connection of its own. */
    public static void execute(String url, String sql) {
        try (Connection connection = java.sql.DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
