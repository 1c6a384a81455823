package dev.migrate.engine.checkpoint;

import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.claim.Overtaken;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.KeyValue;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The pages of work that writes to a database, each in one transaction with its checkpoint: done exactly once, whatever is
 * killed when. Used by one thread.
 */
public final class CheckpointedPages implements PageWork {

    private final Claim claim;
    private final Fence fence;
    private final TargetWork work;
    private final DataSource target;
    private final PagesInHand inHand;
    private @Nullable Checkpoint unheard;

    CheckpointedPages(
            Claim claim,
            Fence fence,
            TargetWork work,
            DataSource target,
            PagesInHand inHand,
            @Nullable Checkpoint unheard) {
        this.claim = claim;
        this.fence = fence;
        this.work = work;
        this.target = target;
        this.inHand = inHand;
        this.unheard = unheard;
    }

    /** Where the first page must end: it was committed, and the repository has not heard of it. */
    public Optional<KeyValue> firstEnd() {
        return Optional.ofNullable(unheard).map(Checkpoint::position);
    }

    /**
     * Does a page, or gives the result of the one that was committed unheard.
     *
     * @throws Overtaken if the partition has gone on without this claim
     */
    @Override
    public PageResult apply(Page page) throws Exception {
        Checkpoint committed = unheard;
        unheard = null;
        return committed == null ? commit(page) : replay(committed, page);
    }

    private static PageResult replay(Checkpoint committed, Page page) {
        if (page.number() != committed.page() || !Objects.equals(page.range().upper(), committed.position())) {
            throw new IllegalStateException("page " + committed.page() + " was committed up to " + committed.position()
                    + ", and cannot be replaced by page " + page.number() + ", " + page.range());
        }
        return Objects.requireNonNull(committed.result());
    }

    private PageResult commit(Page page) throws Exception {
        try (Connection connection = target.getConnection()) {
            return inHand.during(connection, () -> Transaction.run(connection, () -> apply(page, connection)));
        }
    }

    private PageResult apply(Page page, Connection connection) throws Exception {
        LocalSettings.set(connection, fence);
        CheckpointRow row = new CheckpointRow(connection, fence);
        long transaction = row.lock(page.number()).orElseThrow(() -> new Overtaken(claim));
        PageResult result = work.apply(page, PageConnection.of(connection));
        if (!row.move(page.number(), Objects.requireNonNull(page.range().upper()), result, transaction)) {
            throw new IllegalStateException("the job ended the transaction of page " + page.number() + " of partition "
                    + fence.partition() + " itself: what it committed is in database \"" + work.target()
                    + "\", and not counted");
        }
        return result;
    }
}
