package dev.migrate.engine.worker;

import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What one attempt at a partition has done so far, as its StepExecution is to tell it. Used by one thread. */
final class Attempt {

    private final Claim claim;
    private final BooleanSupplier mustStop;
    private Set<DatabaseName> databases = Set.of();
    private Ledger ledger = Ledger.NONE;
    private long pages;
    private boolean pageToStore;
    private boolean stopRequested;
    private boolean finished;

    /**
     * Begins an attempt.
     *
     * @param mustStop whether this process may no longer work
     */
    Attempt(Claim claim, BooleanSupplier mustStop) {
        this.claim = claim;
        this.mustStop = mustStop;
    }

    Claim claim() {
        return claim;
    }

    /** Notes what the work on the partition needs. */
    void uses(KeySpace space) {
        databases = space.sides().stream().map(RowSource::database).collect(Collectors.toUnmodifiableSet());
    }

    /** The databases that the work on the partition needs, as far as it has come to know them. */
    Set<DatabaseName> databases() {
        return databases;
    }

    Ledger ledger() {
        return ledger;
    }

    long pages() {
        return pages;
    }

    /** A page's result was written and is about to be committed together with the position. */
    void pageWritten(PageResult result, boolean runIsStopped) {
        ledger = ledger.plus(result.ledger());
        pages++;
        pageToStore = true;
        stopRequested = runIsStopped;
    }

    /** The reader had no page left: only then is the partition done. */
    void noPageLeft() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }

    boolean stopRequested() {
        return stopRequested || mustStop.getAsBoolean();
    }

    /** Whether a page was written since the last call. */
    boolean takePageToStore() {
        boolean stored = pageToStore;
        pageToStore = false;
        return stored;
    }
}
