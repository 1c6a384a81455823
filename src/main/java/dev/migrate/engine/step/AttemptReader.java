package dev.migrate.engine.step;

import dev.migrate.engine.claim.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** The pages of an attempt; remembers that there was none left, for a step may also end before that. */
public final class AttemptReader<T> implements ItemStreamReader<T> {

    private final ItemStreamReader<T> pages;
    private final Attempt attempt;

    public AttemptReader(ItemStreamReader<T> pages, Attempt attempt) {
        this.pages = pages;
        this.attempt = attempt;
    }

    @Override
    public @Nullable T read() throws Exception {
        T page = pages.read();
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
