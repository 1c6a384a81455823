package dev.migrate.job;

import dev.migrate.job.key.KeyRange;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Work that does a partition in one go, outside of any database: after a crash it is done again from its beginning. No
 * transaction is open while it goes on.
 */
public non-sealed interface WholeWork extends PartitionWork {

    /** The file on this machine to which is written what is said meanwhile; empty: nothing is said. */
    default Optional<Path> output() {
        return Optional.empty();
    }

    /**
     * Does the whole partition.
     *
     * @param range the partition's; its upper bound is the greatest key that was there when it was opened, none if there was
     *     none or the job has no table
     * @param partitions how many the plan has
     * @param mustStop whether to stop before the end; to be asked at least once a second
     * @return what came of the rows; empty if it was stopped before the end
     * @throws Exception if it could not be done
     */
    Optional<Ledger> apply(KeyRange range, int partitions, BooleanSupplier mustStop) throws Exception;
}
