package dev.migrate.type.rows.program;

import dev.migrate.type.rows.page.RowReader;
import dev.migrate.type.rows.talk.RowLine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** The rows of a page as lines, some at a time: the next ones are read while these are worked on. Used by one thread. */
final class RowLines implements AutoCloseable {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    private final RowReader reader;
    private final int column;
    private final Executor ahead;
    private CompletableFuture<List<RowLine>> next;

    /**
     * @param column of the reader's rows in which the JSON is
     * @param ahead reads
     */
    RowLines(RowReader reader, int column, Executor ahead) {
        this.reader = reader;
        this.column = column;
        this.ahead = ahead;
        this.next = CompletableFuture.supplyAsync(this::read, ahead);
    }

    /** The next rows; none at the end. */
    List<RowLine> next() throws SQLException, InterruptedException {
        List<RowLine> rows = await();
        if (!rows.isEmpty()) {
            next = CompletableFuture.supplyAsync(this::read, ahead);
        }
        return rows;
    }

    private List<RowLine> await() throws SQLException, InterruptedException {
        try {
            return next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<RowLine> read() {
        try {
            List<RowLine> rows = new ArrayList<>();
            for (int bytes = 0; rows.size() < MOST_ROWS && bytes < MOST_BYTES && reader.next(); ) {
                RowLine row = RowLine.of(reader.key(), reader.row().getBytes(column));
                bytes += row.length();
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    /** Returns when nothing is being read any more. */
    @Override
    public void close() {
        next.handle((rows, failure) -> rows).join();
    }
}
