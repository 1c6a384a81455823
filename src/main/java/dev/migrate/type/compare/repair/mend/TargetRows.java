package dev.migrate.type.compare.repair.mend;

import dev.migrate.database.Query;
import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.statement.Change;
import dev.migrate.type.compare.repair.statement.TargetSql;
import dev.migrate.type.compare.side.RowTexts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes to the target, in the transaction of a page. Used by one thread. */
public final class TargetRows {

    /**
     * A row as it is when it has been written.
     *
     * @param digests of its compared columns; none if it is gone
     * @param inside whether it is one of those that the target's where is for
     */
    record Written(List<@Nullable String> digests, boolean inside) {

        static final Written GONE = new Written(List.of(), true);
    }

    private final Connection connection;
    private final TargetSql sql;
    private final int keyColumns;

    public TargetRows(Connection connection, TargetSql sql, int keyColumns) {
        this.connection = connection;
        this.sql = sql;
        this.keyColumns = keyColumns;
    }

    Trial trial() {
        return new Trial(connection);
    }

    /** Has deferrable constraints checked as late as can be, or at once. */
    void defer(boolean late) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set constraints all " + (late ? "deferred" : "immediate"));
        }
    }

    /** Writes rows in one statement; returns those that it has written. */
    Map<KeyValue, Written> write(Kind kind, List<TargetColumn> columns, List<Change> changes) throws SQLException {
        return switch (kind) {
            case MISSING -> list(sql.insert(columns, changes), this::written);
            case DIFFERENT -> list(sql.update(columns, changes), this::written);
            default -> list(sql.delete(changes), row -> Written.GONE);
        };
    }

    /** Whether {@link #exchange} does nothing but that. */
    boolean canExchange() {
        return sql.canExchange();
    }

    /** Writes rows that hold each other's values; returns those that it has written. */
    Map<KeyValue, Written> exchange(List<TargetColumn> columns, List<Change> changes) throws SQLException {
        return list(sql.exchange(columns, changes), this::written);
    }

    private Map<KeyValue, Written> list(BoundSql statement, Query.Row<Written> read) throws SQLException {
        try (PreparedStatement prepared = Query.prepare(connection, statement);
                ResultSet rows = prepared.executeQuery()) {
            Map<KeyValue, Written> written = new HashMap<>();
            while (rows.next()) {
                written.put(RowTexts.key(rows, 1, keyColumns), read.read(rows));
            }
            return written;
        }
    }

    private Written written(ResultSet row) throws SQLException {
        return new Written(RowTexts.list(row, keyColumns + 1), row.getBoolean(keyColumns + 2));
    }
}
