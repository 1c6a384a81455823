package dev.migrate.engine.step;

import dev.migrate.job.PageResult;
import dev.migrate.table.page.RangeProgress;
import java.time.Duration;

/**
 * What came of a page.
 *
 * @param progress how far its range has come with it
 * @param took by this machine's clock, the time apart in which it waited for something
 */
public record DonePage(RangeProgress progress, PageResult result, Duration took) {

    public DonePage {
        // A machine's clock may be set back.
        took = took.isNegative() ? Duration.ZERO : took;
    }
}
