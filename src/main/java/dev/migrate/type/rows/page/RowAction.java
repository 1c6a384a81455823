package dev.migrate.type.rows.page;

import dev.migrate.job.Partition;
import dev.migrate.job.PartitionWork;
import java.util.List;

/** What a job does with its rows. Thread-safe. */
public interface RowAction {

    /** Opens a partition of a table for one worker thread. */
    PartitionWork open(RowTable table, Partition partition);

    /** How the rows of a page are read. */
    RowSelect select(RowTable table);

    /** What a user should know before and after the run, a sentence each. */
    List<String> notes();

    /** Whether the work is a {@link dev.migrate.job.TargetWork} on the rows' own database. */
    default boolean writes() {
        return false;
    }
}
