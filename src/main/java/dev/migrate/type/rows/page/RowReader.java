package dev.migrate.type.rows.page;

import dev.migrate.database.Query;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Reads the rows of a range in the order of their keys, a batch after the other, so that neither memory grows with the range
 * nor a cursor keeps a transaction open. Used by one thread, which owns the connection.
 */
public final class RowReader implements AutoCloseable {

    // Measuring every row of many would cost more than reading it.
    private static final int MEASURED = 64;
    private static final int BINARY_AT_ONCE = -1;

    private final Connection connection;
    private final RowSelect select;
    private final BatchSize size;
    private KeyRange rest;
    private @Nullable PreparedStatement statement;
    private @Nullable ResultSet batch;
    private int asked;
    private int inBatch;
    private long count;

    public RowReader(Connection connection, RowSelect select, KeyRange range, BatchSize size) {
        this.connection = connection;
        this.select = select;
        this.rest = range;
        this.size = size;
    }

    /** Goes to the next row; false if there is none. */
    public boolean next() throws SQLException {
        ResultSet rows = batch == null || inBatch == asked ? nextBatch() : batch;
        boolean found = rows.next();
        if (found) {
            inBatch++;
            count++;
            measure(rows);
        }
        return found;
    }

    /** How many rows there were, with the one in hand: its number. */
    public long count() {
        return count;
    }

    /** The row in hand: as many columns as the key has, then those wanted. */
    public ResultSet row() {
        return Objects.requireNonNull(batch, "next comes first");
    }

    /** The key of the row in hand. */
    public KeyValue key() throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= select.rows().key().columns().size(); i++) {
            parts.add(row().getString(i));
        }
        return new KeyValue(parts);
    }

    private ResultSet nextBatch() throws SQLException {
        if (batch != null) {
            rest = rest.above(key());
        }
        close();
        asked = size.next();
        inBatch = 0;
        statement = Query.prepare(connection, select.first(asked, rest));
        preferBinary(statement);
        batch = statement.executeQuery();
        return batch;
    }

    /** Unless the url says that nothing is to be prepared. */
    private static void preferBinary(PreparedStatement statement) throws SQLException {
        PGStatement driver = statement.unwrap(PGStatement.class);
        if (driver.getPrepareThreshold() > 0) {
            driver.setPrepareThreshold(BINARY_AT_ONCE);
        }
    }

    private void measure(ResultSet row) throws SQLException {
        if (asked > MEASURED && inBatch % MEASURED != 1) {
            return;
        }
        long bytes = 0;
        for (int i = row.getMetaData().getColumnCount(); i > 0; i--) {
            byte[] value = row.getBytes(i);
            bytes += value == null ? 0 : value.length;
        }
        size.saw(bytes);
    }

    @Override
    public void close() throws SQLException {
        PreparedStatement done = statement;
        batch = null;
        statement = null;
        if (done != null) {
            done.close();
        }
    }
}
