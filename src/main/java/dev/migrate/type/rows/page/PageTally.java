package dev.migrate.type.rows.page;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the rows of a page. Used by one thread. */
public final class PageTally {

    private static final int LONGEST_ERROR = 1_000;

    private final RowSource rows;
    private final OnError onError;
    private final List<FailedRow> failed = new ArrayList<>();

    public PageTally(RowSource rows, OnError onError) {
        this.rows = rows;
        this.onError = onError;
    }

    /**
     * Sets a row aside.
     *
     * @param error what went wrong, in one sentence or several; cut where it is long
     * @throws UserMistake that names the row, if no more may be skipped
     */
    public void setAside(KeyValue key, String error, int attempts) {
        FailedRow row = new FailedRow(rows.key().named(key), brief(error), attempts);
        if (failed.size() >= onError.skip()) {
            throw tooMany(key, row);
        }
        failed.add(row);
    }

    /** What came of a page that had so many rows, and in which databases reported so many as changed. */
    public PageResult result(long read, long written) {
        Ledger ledger = new Ledger(read, read - failed.size(), 0, 0, failed.size(), written);
        return new PageResult(ledger, List.of(), failed, read);
    }

    private static String brief(String error) {
        String line = error.replaceAll("\\s*\\p{Cntrl}+\\s*", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_ERROR
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_ERROR)) + "…";
    }

    private UserMistake tooMany(KeyValue key, FailedRow row) {
        String tried = row.attempts() == 1 ? "" : " (tried %d times)".formatted(row.attempts());
        String remedy = onError.skip() == 0
                ? "put that right, or let on-error skip such rows"
                : "on-error lets the run skip %d, and a single page has more; put that right".formatted(onError.skip());
        return new UserMistake("the row of %s on %s with %s = %s failed%s: %s; %s"
                .formatted(rows.table(), rows.database(), rows.key(), key, tried, row.error(), remedy));
    }
}
