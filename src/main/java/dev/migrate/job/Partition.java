package dev.migrate.job;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import org.jspecify.annotations.Nullable;

/**
 * A range of keys on one database, worked on by one worker at a time. Numbers begin at 1 within a job instance.
 *
 * @param database null if the job has no table
 */
public record Partition(long instance, int number, @Nullable DatabaseName database, KeyRange range) {

    public Partition {
        if (number < 1) {
            throw new IllegalArgumentException("partitions are numbered from 1, not " + number);
        }
    }
}
