package dev.migrate.engine.step;

import dev.migrate.job.PageResult;
import dev.migrate.table.page.RangeProgress;

/**
 * What came of a page.
 *
 * @param progress how far its range has come with it
 */
public record DonePage(RangeProgress progress, PageResult result) {}
