package dev.migrate.job;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import java.util.List;
import java.util.Set;

/** A job whose definition was held against the databases and found workable. Thread-safe. */
public interface PreparedJob {

    /** What is to be cut into partitions; each on another database. */
    List<KeySpace> keySpaces();

    /** What a user should know before and after the run, a sentence each: how columns are compared, what is left out. */
    List<String> notes();

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
}
