package dev.migrate.type.copy.page;

import dev.migrate.database.Query;
import dev.migrate.definition.sql.LiteralSql;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.type.copy.statement.SourceSql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Counts the rows of a range and reads what the select gives for it, in a transaction that cannot write and sees one state of
 * the database. One thread runs it, another one may end it.
 */
final class SourceReader implements Runnable {

    // The target may wait for a lock, or for its disk, and so long takes no bytes: the source must bear that. The
    // settings end
    // with the transaction, as the session may be a pooler's.
    private static final String SETTINGS = """
            set transaction isolation level repeatable read;
            set local tcp_user_timeout = '2min'
            """;

    // COPY takes no arguments. The server writes them as literals, which hold whatever its settings are.
    private static final String QUOTE =
            "select quote_literal(argument) from unnest(?::text[]) with ordinality as given (argument, at) order by at";

    private final DataSource source;
    private final SourceSql asked;
    private final KeyRange range;
    private final Blocks blocks;
    private final FutureTask<Long> reading = new FutureTask<>(this::read);
    private final Running running = new Running();

    SourceReader(DataSource source, SourceSql asked, KeyRange range, Blocks blocks) {
        this.source = source;
        this.asked = asked;
        this.range = range;
        this.blocks = blocks;
    }

    @Override
    public void run() {
        reading.run();
    }

    /** How many rows the source counts. Waits for the end, which must be near, and fails if the reading has failed. */
    long counted() throws Exception {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    /** Sees to it that no thread and no server is busy with it any more. */
    void end() {
        blocks.abandon();
        boolean interrupted = false;
        while (!reading.isDone()) {
            running.cancel();
            interrupted |= isInterruptedWaiting();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isInterruptedWaiting() {
        try {
            reading.get(1, TimeUnit.SECONDS);
            return false;
        } catch (ExecutionException | TimeoutException e) {
            // How it ended is of no interest any more; if it has not, it is cancelled again.
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private long read() throws SQLException, IOException {
        try (blocks;
                Connection connection = source.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            running.on(connection);
            try {
                return read(connection);
            } finally {
                // The pool ends the transaction, which has changed nothing.
                running.over();
            }
        }
    }

    private long read(Connection connection) throws SQLException, IOException {
        set(connection);
        long counted = count(connection);
        BoundSql select = asked.sent(range);
        String sql = "copy (" + LiteralSql.of(select, literals(select, connection)) + ") to stdout (format binary)";
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, blocks);
        blocks.flush();
        return counted;
    }

    private static void set(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
    }

    private long count(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        Query.prepare(connection, asked.page().count(range));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> literals(BoundSql select, Connection connection) throws SQLException {
        BoundSql quote = BoundSql.of(QUOTE, select.arguments());
        try (PreparedStatement statement = Query.prepare(connection, quote);
                ResultSet row = statement.executeQuery()) {
            List<String> literals = new ArrayList<>();
            while (row.next()) {
                literals.add(row.getString(1));
            }
            return literals;
        }
    }
}
