package dev.migrate.monitor.row;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Streams what an instance has left in the repository: however much it is, only a little is in memory. Thread-safe. */
public final class StreamedRows<T> {

    private static final int FETCH = 1_000;

    private final DataSource repository;
    private final String select;
    private final Reading<T> reading;

    /** What a row of the result says. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @param select with two parameters: the instance, and how many rows at most */
    StreamedRows(DataSource repository, String select, Reading<T> reading) {
        this.repository = repository;
        this.select = select;
        this.reading = reading;
    }

    /** Hands over row by row, until there are no more or the reader wants none. */
    public void of(long instance, long limit, Predicate<T> reader) throws SQLException {
        try (Connection connection = repository.getConnection()) {
            connection.setAutoCommit(false);
            try {
                stream(connection, instance, limit, reader);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void stream(Connection connection, long instance, long limit, Predicate<T> reader) throws SQLException {
        try (Statement patience = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(select)) {
            // Whoever reads page by page may take longer over one than sessions are otherwise left in a transaction.
            patience.execute("set local idle_in_transaction_session_timeout = 0");
            statement.setFetchSize(FETCH);
            statement.setLong(1, instance);
            statement.setLong(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                boolean more = true;
                while (more && rows.next()) {
                    more = reader.test(reading.of(rows));
                }
            }
        }
    }
}
