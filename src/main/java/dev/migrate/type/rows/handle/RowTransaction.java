package dev.migrate.type.rows.handle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * What the handling of a row does in its page's transaction: all of it or nothing. The savepoint is made when the first
 * statement comes, so that a row without one costs nothing, and in one go with the release of the row's before, as each goes
 * to the server and back. Used by one thread.
 */
final class RowTransaction {

    // The server ends a transaction in which it is asked nothing for 15 seconds; a handler is to have most of these.
    private static final long LONGEST_SILENCE = 2_000;

    /** What is done with a row. */
    @FunctionalInterface
    interface Body {
        void run() throws Exception;
    }

    /** What lies behind the savepoint. */
    private enum Since {
        NO_SAVEPOINT,
        NOTHING,
        THIS_ROW,
        A_ROW_BEFORE
    }

    private final Connection page;
    private final Connection connection;
    private final Clock clock;
    private Since since = Since.NO_SAVEPOINT;
    private RowBounds bounds = RowBounds.PLAIN;
    private long lastAsked;
    private long written;
    private long writtenBefore;

    RowTransaction(Connection page, Clock clock) {
        this.page = page;
        this.clock = clock;
        this.lastAsked = clock.millis();
        this.connection = new RowConnection(page, this).proxy();
    }

    /** The page's connection for a handler: what it does there is noticed, and it cannot close it. */
    Connection connection() {
        return connection;
    }

    /** How many rows were reported as changed, without those of what was rolled back. */
    long written() {
        return written;
    }

    /**
     * Handles a row; what it did is rolled back if it throws.
     *
     * @throws Exception what it throws
     */
    void run(Body body) throws Exception {
        writtenBefore = written;
        try {
            breakSilence();
            body.run();
            demandGood();
            check();
        } catch (Exception | Error e) {
            rollBack(e);
            throw e;
        }
        if (since == Since.THIS_ROW) {
            since = Since.A_ROW_BEFORE;
        }
    }

    // A clock may be set back.
    private void breakSilence() throws SQLException {
        if (Math.abs(clock.millis() - lastAsked) >= LONGEST_SILENCE) {
            stayAlive();
        }
    }

    /** Has the server see that the transaction is still wanted. */
    void stayAlive() throws SQLException {
        execute("select 1");
    }

    /** A statement is about to be made. */
    void begin() throws SQLException {
        lastAsked = clock.millis();
        switch (since) {
            case NO_SAVEPOINT -> beginFirst();
            case A_ROW_BEFORE -> execute(bounds.next());
            case NOTHING, THIS_ROW -> {}
        }
        since = Since.THIS_ROW;
    }

    private void beginFirst() throws SQLException {
        bounds = RowBounds.in(page);
        execute(bounds.first());
    }

    /** A statement has reported so many rows as changed. */
    void wrote(long rows) {
        written += Math.max(0, rows);
    }

    // The server does nothing more after that, whatever it is asked.
    private void demandGood() throws SQLException {
        if (page.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new IllegalStateException("a statement failed, and the handler went on; let it throw what it got");
        }
    }

    private void check() throws SQLException {
        if (since == Since.THIS_ROW && !bounds.end().isEmpty()) {
            execute(bounds.end());
        }
    }

    private void rollBack(Throwable reason) throws SQLException {
        written = writtenBefore;
        if (since != Since.THIS_ROW) {
            return;
        }
        try {
            execute(RowBounds.BACK);
            since = Since.NOTHING;
        } catch (SQLException e) {
            e.addSuppressed(reason);
            throw e;
        }
    }

    private void execute(String sql) throws SQLException {
        lastAsked = clock.millis();
        try (Statement statement = page.createStatement()) {
            statement.execute(sql);
        }
    }
}
