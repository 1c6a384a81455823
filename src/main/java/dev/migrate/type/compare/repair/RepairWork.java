package dev.migrate.type.compare.repair;

import dev.migrate.database.Query;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.type.compare.page.ComparePage;
import dev.migrate.type.compare.repair.mend.Kept;
import dev.migrate.type.compare.repair.mend.MendRows;
import dev.migrate.type.compare.repair.mend.TargetRows;
import dev.migrate.type.compare.repair.mend.Turn;
import dev.migrate.type.compare.row.Treatment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Compares the rows of a page and mends what differs, in the caller's transaction. Holds nothing between pages. */
public final class RepairWork implements TargetWork {

    private final ComparePage compare;
    private final RepairSides sides;
    private final Executor executor;

    /**
     * Work on the pages of one partition.
     *
     * @param executor keeps the transaction awake while the sides are compared
     */
    public RepairWork(ComparePage compare, RepairSides sides, Executor executor) {
        this.compare = compare;
        this.sides = sides;
        this.executor = executor;
    }

    @Override
    public DatabaseName target() {
        return sides.table().database();
    }

    @Override
    public PageResult apply(Page page, Connection target) throws SQLException, InterruptedException {
        try (Awake awake = Awake.keep(target, executor)) {
            Treatment mend = mend(target);
            return compare.apply(page, (verdicts, findings) -> {
                if (!verdicts.isEmpty()) {
                    awake.during(() -> mend.treat(verdicts, findings));
                }
            });
        }
    }

    private Treatment mend(Connection target) {
        RepairedTable table = sides.table();
        Query inTransaction = new Query(new SingleConnectionDataSource(target, true));
        return new MendRows(
                sides.choose(),
                sides.source(),
                new TargetRows(target, table.sql(), table.hash().key().size()),
                new Kept(sides.choose(), sides.look(inTransaction)),
                sides.relatives(inTransaction),
                new Turn(target, table.rows().table()),
                sides.look());
    }
}
