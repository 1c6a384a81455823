package dev.migrate.job;

import java.util.Collection;

/** How many findings there are of each kind. */
public record FindingCounts(long missing, long extra, long different, long broken) {

    public static final FindingCounts NONE = new FindingCounts(0, 0, 0, 0);

    public FindingCounts {
        if (missing < 0 || extra < 0 || different < 0 || broken < 0) {
            throw new IllegalArgumentException("no counts: missing %d, extra %d, different %d, broken %d"
                    .formatted(missing, extra, different, broken));
        }
    }

    /** The counts of these findings. */
    public static FindingCounts of(Collection<Finding> findings) {
        return findings.stream().map(Finding::kind).reduce(NONE, FindingCounts::plus, FindingCounts::plus);
    }

    public long total() {
        return missing + extra + different + broken;
    }

    /** One more of a kind. */
    public FindingCounts plus(Finding.Kind kind) {
        return switch (kind) {
            case MISSING -> new FindingCounts(missing + 1, extra, different, broken);
            case EXTRA -> new FindingCounts(missing, extra + 1, different, broken);
            case DIFFERENT -> new FindingCounts(missing, extra, different + 1, broken);
            case BROKEN -> new FindingCounts(missing, extra, different, broken + 1);
        };
    }

    public FindingCounts plus(FindingCounts o) {
        return new FindingCounts(missing + o.missing, extra + o.extra, different + o.different, broken + o.broken);
    }

    /** Whether there are at least as many of each kind as there. */
    boolean cover(FindingCounts o) {
        return missing >= o.missing && extra >= o.extra && different >= o.different && broken >= o.broken;
    }
}
