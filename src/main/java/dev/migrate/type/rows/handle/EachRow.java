package dev.migrate.type.rows.handle;

import dev.migrate.handler.Row;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.Pause;
import dev.migrate.job.UserMistake;
import dev.migrate.type.rows.page.BatchSize;
import dev.migrate.type.rows.page.OnError;
import dev.migrate.type.rows.page.PageTally;
import dev.migrate.type.rows.page.RowReader;
import dev.migrate.type.rows.page.RowSelect;
import dev.migrate.type.rows.page.RowTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Has the rows of a page handled in the order of their keys, each again if need be. Used by one thread. */
final class EachRow {

    /** What is done with a row. */
    interface Handling {

        /** Does it, wholly or not at all. */
        void handle(Row row) throws Exception;

        /** Called before a pause between two attempts at a row. */
        default void beforePause() throws Exception {}

        /** Whether what went wrong has to do with this row. */
        default boolean isRowsFault(Exception error) {
            return !(error instanceof InterruptedException)
                    && !Thread.currentThread().isInterrupted();
        }
    }

    private final RowTable table;
    private final RowSelect select;
    private final RowColumns columns;
    private final OnError onError;
    private final Pause pause;
    private final BatchSize size = new BatchSize();

    EachRow(RowTable table, RowSelect select, OnError onError, Pause pause) {
        this.table = table;
        this.select = select;
        this.columns =
                new RowColumns(table.columns(), table.rows().key().columns().size());
        this.onError = onError;
        this.pause = pause;
    }

    /**
     * Handles all rows of a page.
     *
     * @param connection by which they are read
     * @param written how many rows the handling has changed in the end
     */
    PageResult of(Page page, Connection connection, Handling handling, LongSupplier written) throws Exception {
        PageTally tally = new PageTally(table.rows(), onError);
        try (RowReader reader = new RowReader(connection, select, page.range(), size)) {
            while (reader.next()) {
                ReadRow row = new ReadRow(reader, columns);
                handle(row, reader, handling, tally);
                row.leave();
            }
            return tally.result(reader.count(), written.getAsLong());
        }
    }

    private void handle(Row row, RowReader reader, Handling handling, PageTally tally) throws Exception {
        int attempts = 1;
        Exception failure = attempt(row, handling);
        while (failure != null && onError.triesAgainAfter(attempts)) {
            handling.beforePause();
            pause.sleep(onError.pauseAfter(attempts++));
            failure = attempt(row, handling);
        }
        if (failure != null) {
            setAside(reader, failure, attempts, tally);
        }
    }

    /** What went wrong with the row; null if nothing did. */
    private @Nullable Exception attempt(Row row, Handling handling) throws Exception {
        try {
            handling.handle(row);
            return null;
        } catch (Exception e) {
            if (!handling.isRowsFault(e)) {
                throw e;
            }
            return e;
        } catch (Error e) {
            throw broken(row, e);
        }
    }

    private static void setAside(RowReader reader, Exception error, int attempts, PageTally tally) throws SQLException {
        try {
            tally.setAside(reader.key(), HandlerFailure.words(error), attempts);
        } catch (UserMistake tooMany) {
            tooMany.addSuppressed(error);
            throw tooMany;
        }
    }

    private UserMistake broken(Row row, Error error) {
        return HandlerFailure.mistake(
                "the handler broke down at the row of %s on %s with %s = %s: %s; put that right"
                        .formatted(
                                table.rows().table(),
                                table.database(),
                                table.rows().key(),
                                row.key(),
                                HandlerFailure.words(error)),
                error);
    }
}
