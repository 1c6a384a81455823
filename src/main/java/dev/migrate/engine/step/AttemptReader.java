package dev.migrate.engine.step;

import dev.migrate.engine.claim.Attempt;
import dev.migrate.job.Page;
import dev.migrate.table.page.KeysetPagingReader;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** The pages of an attempt; remembers that there was none left, for a step may also end before that. */
public final class AttemptReader implements ItemStreamReader<Page> {

    private final KeysetPagingReader pages;
    private final Attempt attempt;

    public AttemptReader(KeysetPagingReader pages, Attempt attempt) {
        this.pages = pages;
        this.attempt = attempt;
    }

    @Override
    public @Nullable Page read() throws Exception {
        Page page = pages.read();
        if (page == null) {
            attempt.noPageLeft();
        }
        return page;
    }

    @Override
    public void open(ExecutionContext context) {
        pages.open(context);
    }

    @Override
    public void update(ExecutionContext context) {
        pages.update(context);
    }

    @Override
    public void close() {
        pages.close();
    }
}
