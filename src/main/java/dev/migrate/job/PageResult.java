package dev.migrate.job;

import java.util.List;

/**
 * What came of one page.
 *
 * @param failedRows those that the ledger counts as failed
 * @param rows the most rows that any side had in the page's range: by it the next page is measured
 */
public record PageResult(Ledger ledger, List<Finding> findings, List<FailedRow> failedRows, long rows) {

    public PageResult {
        findings = List.copyOf(findings);
        failedRows = List.copyOf(failedRows);
        if (ledger.failed() != failedRows.size()) {
            throw new IllegalArgumentException(
                    "%d rows failed, and %d are named".formatted(ledger.failed(), failedRows.size()));
        }
    }

    public PageResult(Ledger ledger, List<Finding> findings, long rows) {
        this(ledger, findings, List.of(), rows);
    }
}
