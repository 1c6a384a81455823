package dev.migrate.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The findings of a page: all are counted, and only the first ones are kept. Used by one thread. */
public final class Findings {

    private final long most;
    private final List<Finding> kept = new ArrayList<>();
    private FindingCounts counts = FindingCounts.NONE;

    /** @param most how many to keep, as {@link PreparedJob#mostFindings} says */
    public Findings(long most) {
        this.most = most;
    }

    public void add(Finding finding) {
        count(finding.kind());
        if (!isFull()) {
            kept.add(finding);
        }
    }

    /** Counts one that is not to be kept. */
    public void count(Finding.Kind kind) {
        counts = counts.plus(kind);
    }

    /** Whether one more would be counted only: then nobody needs to know what is in it. */
    public boolean isFull() {
        return kept.size() >= most;
    }

    public FindingCounts counts() {
        return counts;
    }

    /** The first ones, in the order in which they came. */
    public List<Finding> kept() {
        return Collections.unmodifiableList(kept);
    }
}
