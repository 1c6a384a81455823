package dev.migrate.table.page;

import dev.migrate.database.Databases;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Hands out the pages of a range, one at a time: {@link #read}, then {@link #done}, then {@link #update}, which stores the
 * last key done (see {@link RangeProgress}) and nothing else, so that a restart goes on after it. A range without upper
 * bound ends at the greatest key that is there when it is first opened. Where no index serves the order of the keys, a range
 * is one page, unless the size of a page is fixed. Not thread-safe; lookups run on the executor.
 */
public final class KeysetPagingReader implements ItemStreamReader<Page> {

    private final KeyLookups lookups;
    private final KeyLookups cuts;
    private final PageSize size;
    private final PartitionPace pace = new PartitionPace();
    private final boolean integer;
    private final boolean inOnePage;
    private final KeySpace space;

    private RangeProgress progress = RangeProgress.of(KeyRange.ALL);
    private PageEnds ends;
    private @Nullable Page inHand;
    private @Nullable KeyValue firstEnd;
    private boolean learning = true;

    public KeysetPagingReader(Databases databases, KeySpace space, PageSize size, Executor lookups) {
        this.lookups = new KeyLookups(databases, space, lookups);
        this.cuts = KeyLookups.brief(databases, space, lookups);
        this.size = size.at(pace);
        this.integer = space.sides().stream().allMatch(side -> side.key().isInteger());
        this.space = space;
        this.inOnePage = !space.indexed() && size.isAdaptive();
        this.ends = new PageEnds(this.lookups, this.size, integer);
    }

    /**
     * Makes the first page after the next {@link #open} end there: it was done before, and its result is known. A range
     * without upper bound then ends there, or at the greatest key above.
     */
    public void firstEndsAt(KeyValue end) {
        firstEnd = end;
    }

    @Override
    public void open(ExecutionContext context) {
        close();
        inHand = null;
        ends = new PageEnds(lookups, size, integer);
        progress = RangeProgress.from(context);
        progress.demandOrder(space);
        if (progress.range().upper() == null) {
            lookups.end(progress.rest().above(firstEnd))
                    .or(() -> Optional.ofNullable(firstEnd))
                    .ifPresent(upper -> progress = progress.endingAt(upper));
        }
    }

    /**
     * The next page; null at the end of the range.
     *
     * @throws IllegalStateException if the page before is not done
     */
    @Override
    public @Nullable Page read() throws SQLException, InterruptedException {
        if (inHand != null) {
            throw new IllegalStateException("page " + inHand.number() + " is not done");
        }
        if (progress.range().upper() == null || progress.isFinished()) {
            return null;
        }
        KeyRange rest = progress.rest();
        PageEnd end = end(rest);
        if (!inOnePage) {
            ends.lookAhead(rest.above(end.key()));
        }
        inHand = new Page(progress.page() + 1, rest.upTo(end.key()), end.rows());
        return inHand;
    }

    private PageEnd end(KeyRange rest) throws SQLException, InterruptedException {
        KeyValue given = firstEnd;
        firstEnd = null;
        // A page that had to read the whole table says nothing about the size of others.
        learning = given == null && !inOnePage;
        if (given != null) {
            return new PageEnd(given, size.rows());
        }
        return inOnePage ? PageEnd.ofAll(rest) : ends.next(rest);
    }

    /** Takes in that the page in hand is done, and how it went: by this the next ones are measured. */
    public void done(PageResult result, Duration took) {
        Page page = inHand;
        if (page == null || page.range().upper() == null) {
            throw new IllegalStateException("no page is in hand");
        }
        ends.learn(page, result.rows());
        if (learning) {
            size.learn(page.expectedRows(), result.rows(), took);
            pace.learn(result.rows(), took);
        }
        progress = progress.next(page.range().upper());
        inHand = null;
    }

    /**
     * A key in about the middle of what is left, or one that is half a minute of work ahead. Empty where what is left will not take that
     * long, or no page has told yet how long it takes. To be asked between two pages; fails if it cannot be found within seconds.
     *
     * @param least how long what is left should take, to be worth being cut
     */
    public Optional<KeyValue> middle(Duration least) throws SQLException, InterruptedException {
        if (!space.indexed() || inHand != null || firstEnd != null || !pace.isKnown() || progress.isFinished()) {
            return Optional.empty();
        }
        return new Middle(cuts, pace).of(progress.rest(), least);
    }

    /** Makes the range end before its end. To be called between two pages. */
    public void endAt(KeyValue end) {
        ends.close();
        progress = progress.endingAt(end);
    }

    /** How far the range has come with the page last done. */
    public RangeProgress progress() {
        return progress;
    }

    /** Whether the page last done was the last one, as far as can be told without asking the database. */
    public boolean isFinished() {
        return progress.isFinished();
    }

    @Override
    public void update(ExecutionContext context) {
        progress.writeTo(context);
    }

    @Override
    public void close() {
        ends.close();
    }
}
