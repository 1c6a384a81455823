package dev.migrate.job;

import dev.migrate.job.key.DatabaseName;
import java.sql.Connection;

/**
 * Work that writes to a database, each page exactly once: it is given the transaction in which the engine also moves the
 * partition's checkpoint there, so that both are committed or neither is.
 */
public non-sealed interface TargetWork extends PartitionWork {

    /** The database that is written to. */
    DatabaseName target();

    /**
     * Does one page. Called again for a page whose transaction was not committed, never for one whose was.
     *
     * @param target in a transaction that the caller commits or rolls back; whoever else writes to the database elsewhere
     *     loses the promise
     * @throws Exception if the page could not be done; nothing of it counts then
     */
    PageResult apply(Page page, Connection target) throws Exception;
}
