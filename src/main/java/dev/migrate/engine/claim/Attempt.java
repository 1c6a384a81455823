package dev.migrate.engine.claim;

import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.key.DatabaseName;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What one attempt at a partition has done so far, as its StepExecution is to tell it. Used by one thread. */
public final class Attempt {

    private final Claim claim;
    private final BooleanSupplier mustStop;
    private Set<DatabaseName> databases = Set.of();
    private Ledger ledger = Ledger.NONE;
    private long pages;
    private long rows;
    private boolean pageToStore;
    private boolean stopRequested;
    private boolean finished;

    /**
     * Begins an attempt.
     *
     * @param mustStop whether this process may no longer work
     */
    public Attempt(Claim claim, BooleanSupplier mustStop) {
        this.claim = claim;
        this.mustStop = mustStop;
    }

    public Claim claim() {
        return claim;
    }

    /** Notes what the work on the partition needs. */
    public void uses(Set<DatabaseName> needed) {
        databases = Set.copyOf(needed);
    }

    /** The databases that the work on the partition needs, as far as it has come to know them. */
    public Set<DatabaseName> databases() {
        return databases;
    }

    public Ledger ledger() {
        return ledger;
    }

    public long pages() {
        return pages;
    }

    /** How many rows its pages had, on the side that had more. */
    public long rows() {
        return rows;
    }

    /** A page's result was written and is about to be committed together with the position. */
    public void pageWritten(PageResult result, boolean runIsStopped) {
        ledger = ledger.plus(result.ledger());
        pages++;
        rows += Math.max(result.rows(), result.ledger().read());
        pageToStore = true;
        stopRequested = runIsStopped;
    }

    /** The reader had no page left: only then is the partition done. */
    public void noPageLeft() {
        finished = true;
    }

    public boolean isFinished() {
        return finished;
    }

    public boolean stopRequested() {
        return stopRequested || mustStop.getAsBoolean();
    }

    /** Whether a page was written since the last call. */
    public boolean takePageToStore() {
        boolean stored = pageToStore;
        pageToStore = false;
        return stored;
    }
}
