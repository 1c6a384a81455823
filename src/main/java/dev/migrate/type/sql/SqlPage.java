package dev.migrate.type.sql;

import dev.migrate.database.Query;
import dev.migrate.definition.sql.PageSql;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Counts the rows of a page and runs the statement on it, in the caller's transaction. Holds nothing between pages.
 *
 * @param changesRows whether rows that the statement returns are rows that it changed
 */
record SqlPage(PageSql sql, boolean changesRows) implements TargetWork {

    // As many rows that a statement returns are in memory at once, however many there are.
    private static final int RETURNED_AT_ONCE = 100;

    @Override
    public DatabaseName target() {
        return sql.rows().database();
    }

    @Override
    public PageResult apply(Page page, Connection target) throws SQLException {
        // First, for the statement may delete them.
        long read = count(sql.count(page.range()), target);
        long written = run(sql.statement(page.range()), target);
        return new PageResult(Ledger.changed(read, written), List.of(), read);
    }

    private static long count(BoundSql query, Connection target) throws SQLException {
        try (PreparedStatement statement = Query.prepare(target, query);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long run(BoundSql sql, Connection target) throws SQLException {
        try (PreparedStatement statement = Query.prepare(target, sql)) {
            statement.setFetchSize(RETURNED_AT_ONCE);
            if (!statement.execute()) {
                return statement.getLargeUpdateCount();
            }
            try (ResultSet rows = statement.getResultSet()) {
                long returned = readOut(rows);
                return changesRows ? returned : 0;
            }
        }
    }

    /** A select does what it does only as far as its rows are read. */
    private static long readOut(ResultSet rows) throws SQLException {
        long count = 0;
        while (rows.next()) {
            count++;
        }
        return count;
    }
}
