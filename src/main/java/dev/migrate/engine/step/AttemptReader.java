package dev.migrate.engine.step;

import dev.migrate.engine.claim.Attempt;
import dev.migrate.engine.split.Straggler;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * The pages of an attempt; remembers that there was none left, for a step may also end before that. Before each of them it lets
 * others have a part of what is left.
 */
public final class AttemptReader<T> implements ItemStreamReader<T> {

    private final ItemStreamReader<T> pages;
    private final Attempt attempt;
    private final @Nullable Straggler straggler;

    public AttemptReader(ItemStreamReader<T> pages, Attempt attempt) {
        this(pages, attempt, null);
    }

    AttemptReader(ItemStreamReader<T> pages, Attempt attempt, @Nullable Straggler straggler) {
        this.pages = pages;
        this.attempt = attempt;
        this.straggler = straggler;
    }

    @Override
    public @Nullable T read() throws Exception {
        if (straggler != null) {
            straggler.share();
        }
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
