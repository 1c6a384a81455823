package dev.migrate.job;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;

/** A range of keys on one database, worked on by one worker at a time. Numbers begin at 1 within a job instance. */
public record Partition(long instance, int number, DatabaseName database, KeyRange range) {

    public Partition {
        if (number < 1) {
            throw new IllegalArgumentException("partitions are numbered from 1, not " + number);
        }
    }
}
