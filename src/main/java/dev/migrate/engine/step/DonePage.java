package dev.migrate.engine.step;

import dev.migrate.job.Page;
import dev.migrate.job.PageResult;

/** A page and what came of it. */
public record DonePage(Page page, PageResult result) {}
