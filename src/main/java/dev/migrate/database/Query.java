package dev.migrate.database;

import dev.migrate.job.key.BoundSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link BoundSql}. Texts are sent without a type, so that the server gives them the one that the SQL asks for; lists
 * of texts are sent as {@code text[]}. Thread-safe; a connection is borrowed for each call.
 */
public final class Query {

    /** Makes something of the row in hand. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource dataSource;
    private final @Nullable String settings;

    public Query(DataSource dataSource) {
        this(dataSource, null);
    }

    private Query(DataSource dataSource, @Nullable String settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    /**
     * The same, each query under settings that end with it. To read only: nothing is committed.
     *
     * @param settings statements that begin with {@code set local}
     */
    public Query under(String settings) {
        return new Query(dataSource, settings);
    }

    public <T> List<T> list(BoundSql query, Row<T> row) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return settings == null ? list(connection, query, row) : listUnder(connection, settings, query, row);
        }
    }

    private static <T> List<T> listUnder(Connection connection, String settings, BoundSql query, Row<T> row)
            throws SQLException {
        connection.setAutoCommit(false);
        List<T> rows;
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
            rows = list(connection, query, row);
        } catch (SQLException | RuntimeException e) {
            endAfter(connection, e);
            throw e;
        }
        end(connection);
        return rows;
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static void endAfter(Connection connection, Exception failure) {
        try {
            end(connection);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static <T> List<T> list(Connection connection, BoundSql query, Row<T> row) throws SQLException {
        try (PreparedStatement statement = prepare(connection, query);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        }
    }

    /** The first row. */
    public <T> Optional<T> first(BoundSql query, Row<T> row) throws SQLException {
        return list(query, row).stream().findFirst();
    }

    /** A statement with its arguments, as described above, on a connection that the caller has. */
    public static PreparedStatement prepare(Connection connection, BoundSql query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query.sql());
        try {
            bind(connection, statement, query.arguments());
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Sets the arguments of a statement, as described above. */
    public static void bind(Connection connection, PreparedStatement statement, List<@Nullable Object> arguments)
            throws SQLException {
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (argument instanceof List<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
            } else if (argument instanceof Long || argument instanceof Integer) {
                statement.setLong(i + 1, ((Number) argument).longValue());
            } else {
                statement.setObject(i + 1, argument, Types.OTHER);
            }
        }
    }
}
