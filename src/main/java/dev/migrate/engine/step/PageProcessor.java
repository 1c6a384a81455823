package dev.migrate.engine.step;

import dev.migrate.engine.claim.Attempt;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.table.page.KeysetPagingReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Has the job type do a page, and tells the reader how long it took. The repository's transaction has sent nothing yet. */
public final class PageProcessor implements ItemProcessor<Page, DonePage> {

    private final PageWork work;
    private final KeysetPagingReader reader;
    private final Attempt attempt;
    private final Clock clock;

    public PageProcessor(PageWork work, KeysetPagingReader reader, Attempt attempt, Clock clock) {
        this.work = work;
        this.reader = reader;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Override
    public DonePage process(Page page) throws Exception {
        Instant begin = clock.instant();
        PageResult result = work.apply(page);
        Duration took = Duration.between(begin, clock.instant()).minus(result.waited());
        reader.done(result, took);
        if (reader.isFinished()) {
            attempt.noPageLeft();
        }
        return new DonePage(reader.progress(), result, took);
    }
}
