package dev.migrate.type.copy.page;

import dev.migrate.database.Query;
import dev.migrate.definition.sql.PageSql;
import dev.migrate.job.FailedRow;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;
import java.util.List;

/** Copies the rows of a page, in the caller's transaction. Holds nothing between pages. */
public final class CopyPage implements TargetWork {

    private final PageKeys keys;
    private final Transfer transfer;
    private final DatabaseName target;
    private final long mostFailedRows;

    /**
     * A way to copy pages.
     *
     * @param source asks the database that the rows come from
     */
    public CopyPage(PageSql page, Query source, Transfer transfer, DatabaseName target, long mostFailedRows) {
        this.keys = new PageKeys(page.rows(), source);
        this.transfer = transfer;
        this.target = target;
        this.mostFailedRows = mostFailedRows;
    }

    @Override
    public DatabaseName target() {
        return target;
    }

    @Override
    public PageResult apply(Page page, Connection target) throws Exception {
        PartTrial trial = new PartTrial(transfer, target);
        PageParts parts = new PageParts(keys, trial, mostFailedRows);
        parts.copy(page.range());
        List<FailedRow> failed = parts.failedRows();
        Copied copied = trial.copied();
        long read = copied.counted() + failed.size();
        Ledger ledger = new Ledger(read, copied.counted(), 0, 0, failed.size(), copied.written());
        return new PageResult(ledger, List.of(), failed, read);
    }
}
