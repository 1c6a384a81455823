package dev.migrate.engine.worker;

import dev.migrate.job.Page;
import dev.migrate.job.PageResult;

/** A page and what came of it. */
record DonePage(Page page, PageResult result) {}
