package dev.migrate.engine.step;

import dev.migrate.job.PageResult;

/**
 * What came of a page.
 *
 * @param number within the partition, from 1
 */
public record DonePage(long number, PageResult result) {}
