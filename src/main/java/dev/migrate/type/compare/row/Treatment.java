package dev.migrate.type.compare.row;

import java.sql.SQLException;
import java.util.List;

/** What is done with rows that were found to differ. */
@FunctionalInterface
public interface Treatment {

    /** They are reported. */
    Treatment REPORT = (verdicts, findings) -> verdicts.forEach(findings::found);

    /**
     * Treats some rows of a page.
     *
     * @param verdicts a few hundred at most
     * @param findings where each of them is to be entered, as found or as set aside
     */
    void treat(List<Verdict> verdicts, PageFindings findings) throws SQLException, InterruptedException;
}
