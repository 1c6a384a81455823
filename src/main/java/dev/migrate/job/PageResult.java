package dev.migrate.job;

import java.util.List;

/**
 * What came of one page.
 *
 * @param rows the most rows that any side had in the page's range: by it the next page is measured
 */
public record PageResult(Ledger ledger, List<Finding> findings, long rows) {

    public PageResult {
        findings = List.copyOf(findings);
    }
}
