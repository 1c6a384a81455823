package dev.migrate.job;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one page.
 *
 * @param counts of all findings
 * @param findings the first of them, those that may be stored
 * @param failedRows those that the ledger counts as failed
 * @param rows the most rows that any side had in the page's range: by it the next page is measured
 * @param sides the rows counted on each of two sides; null if the job has one
 * @param waited the part of the time taken that a page of another size would have taken as well
 */
public record PageResult(
        Ledger ledger,
        FindingCounts counts,
        List<Finding> findings,
        List<FailedRow> failedRows,
        long rows,
        @Nullable SideRows sides,
        Duration waited) {

    public PageResult {
        findings = List.copyOf(findings);
        failedRows = List.copyOf(failedRows);
        if (!counts.cover(FindingCounts.of(findings))) {
            throw new IllegalArgumentException("more findings are named than counted: " + counts);
        }
        if (ledger.failed() != failedRows.size()) {
            throw new IllegalArgumentException(
                    "%d rows failed, and %d are named".formatted(ledger.failed(), failedRows.size()));
        }
    }

    /** Of a job with one side. */
    public PageResult(Ledger ledger, List<Finding> findings, List<FailedRow> failedRows, long rows) {
        this(ledger, FindingCounts.of(findings), findings, failedRows, rows, null, Duration.ZERO);
    }

    public PageResult(Ledger ledger, List<Finding> findings, long rows) {
        this(ledger, findings, List.of(), rows);
    }

    public PageResult(Ledger ledger, Findings findings, long rows) {
        this(ledger, findings.counts(), findings.kept(), List.of(), rows, null, Duration.ZERO);
    }
}
