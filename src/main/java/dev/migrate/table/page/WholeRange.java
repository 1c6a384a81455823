package dev.migrate.table.page;

import dev.migrate.database.Databases;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Hands out a range in one piece. One without upper bound ends at the greatest key that is there when it is opened. Not
 * thread-safe.
 */
public final class WholeRange implements ItemStreamReader<KeyRange> {

    private final @Nullable KeyLookups lookups;
    private @Nullable KeyRange range;

    private WholeRange(@Nullable KeyLookups lookups) {
        this.lookups = lookups;
    }

    /** A range of keys. */
    public static WholeRange of(Databases databases, KeySpace space, Executor executor) {
        return new WholeRange(new KeyLookups(databases, space, executor));
    }

    /** What a job without a table has in place of a range. */
    public static WholeRange withoutTable() {
        return new WholeRange(null);
    }

    @Override
    public void open(ExecutionContext context) {
        RangeProgress progress = RangeProgress.from(context);
        range = progress.range().upper() == null && lookups != null
                ? lookups.end(progress.range()).map(progress.range()::upTo).orElse(progress.range())
                : progress.range();
    }

    /** The range; null the second time. */
    @Override
    public @Nullable KeyRange read() {
        KeyRange whole = range;
        range = null;
        return whole;
    }
}
