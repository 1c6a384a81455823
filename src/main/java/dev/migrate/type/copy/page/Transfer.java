package dev.migrate.type.copy.page;

import dev.migrate.job.key.KeyRange;
import java.sql.Connection;

/** A way in which the rows of a range get into the target. Thread-safe. */
public interface Transfer {

    /**
     * Copies them in the caller's transaction, which is never idle meanwhile, however long the source takes.
     *
     * @throws Exception if that came to nothing: neither side is busy any more, and the transaction is to be rolled back
     */
    Copied copy(KeyRange range, Connection target) throws Exception;

    /** The SQL, for a person to read. */
    String shown();
}
