package dev.migrate.monitor;

import dev.migrate.job.Finding;
import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Streams findings out of the repository: however many there are, only a few are in memory. Thread-safe. */
final class ReadFindings {

    private static final int FETCH = 1_000;

    private static final String SELECT = """
            select database, key::text, kind, rule, columns::text from migrate.finding
            where instance_id = ? order by partition, id limit ?
            """;

    private final DataSource repository;

    ReadFindings(DataSource repository) {
        this.repository = repository;
    }

    /** Hands over findings in the order of partitions and keys, until there are no more or the reader wants none. */
    void of(long instance, long limit, Predicate<Finding> reader) throws SQLException {
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

    private static void stream(Connection connection, long instance, long limit, Predicate<Finding> reader)
            throws SQLException {
        try (Statement patience = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            // Whoever reads page by page may take longer over one than sessions are otherwise left in a transaction.
            patience.execute("set local idle_in_transaction_session_timeout = 0");
            select.setFetchSize(FETCH);
            select.setLong(1, instance);
            select.setLong(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                boolean more = true;
                while (more && rows.next()) {
                    more = reader.test(finding(rows));
                }
            }
        }
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                new DatabaseName(row.getString(1)),
                Stored.keyColumns(row.getString(2)),
                Finding.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                Stored.columns(row.getString(5)));
    }
}
