package dev.migrate.job;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A job whose definition was held against the databases and found workable. Thread-safe. */
public interface PreparedJob {

    /** What is to be cut into partitions; each on another database. None: the job has no table, only a number of partitions. */
    List<KeySpace> keySpaces();

    /** What a user should know before and after the run, a sentence each: how columns are compared, what is left out. */
    List<String> notes();

    /** How the columns are compared, if the job compares two tables. */
    default Optional<Comparison> comparison() {
        return Optional.empty();
    }

    /** The SQL that a page runs, for a person to read. */
    List<String> statements();

    /** Opens a partition for one worker thread. */
    PartitionWork open(Partition partition);

    /**
     * The databases to which {@link TargetWork} of this job writes; none if it only reads.
     *
     * @param partitions the database that the partitions are on
     */
    default Set<DatabaseName> targets(DatabaseName partitions) {
        return Set.of();
    }

    /** How many rows of the whole run may be set aside; one more fails its partition. */
    default long mostFailedRows() {
        return 0;
    }

    /** How many findings of the whole run are stored; those beyond are only counted. */
    default long mostFindings() {
        return 100_000;
    }

    /** How many rows the first page should have, if the user does not say; later ones are measured by the time it took. */
    default int firstPage() {
        return 5_000;
    }

    /** Whether a row takes about as long in one part of a table as in another. */
    default boolean isSteady() {
        return false;
    }

    /** What writes SQL that mends findings of this job; empty where none can. */
    default Optional<MendingScript> script() {
        return Optional.empty();
    }
}
