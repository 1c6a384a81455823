package dev.migrate.job;

import dev.migrate.job.key.KeyRange;

/**
 * The next rows of a partition in key order; one transaction. Numbers begin at 1 within a partition.
 *
 * @param expectedRows about how many rows a side has in the range; a guess that only shapes how the page is done
 */
public record Page(long number, KeyRange range, long expectedRows) {

    public Page {
        if (number < 1 || range.upper() == null || expectedRows < 1) {
            throw new IllegalArgumentException("no page: number " + number + ", range " + range);
        }
    }
}
