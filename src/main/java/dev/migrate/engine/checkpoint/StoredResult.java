package dev.migrate.engine.checkpoint;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.SideRows;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page's result as a checkpoint keeps it. It may have been written by an earlier release. What was
 * waited for it is forgotten.
 *
 * @param counts null before there was a limit to the findings kept: they are all there
 * @param failedRows null before rows could fail
 * @param sides null for a job with one side, and before they were counted
 */
record StoredResult(
        Ledger ledger,
        @Nullable FindingCounts counts,
        List<Finding> findings,
        @Nullable List<FailedRow> failedRows,
        long rows,
        @Nullable SideRows sides) {

    static StoredResult of(PageResult result) {
        return new StoredResult(
                result.ledger(),
                result.counts(),
                result.findings(),
                result.failedRows(),
                result.rows(),
                result.sides());
    }

    PageResult result() {
        return new PageResult(
                ledger,
                counts == null ? FindingCounts.of(findings) : counts,
                findings,
                failedRows == null ? List.of() : failedRows,
                rows,
                sides,
                Duration.ZERO);
    }
}
