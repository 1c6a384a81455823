package dev.migrate.cli.display;

import dev.migrate.job.SideRows;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.coverage.Coverage;
import dev.migrate.monitor.coverage.CoveredKeys;
import java.util.List;

/** What a run covered, in a line or two. */
final class CoverageText {

    private static final int LONGEST = 60;

    private CoverageText() {}

    /** The rows of both sides, where there are two. */
    static List<String> rows(Progress progress) {
        SideRows sides = progress.sides();
        return sides == null
                ? List.of()
                : List.of("sides       %s in the source, %s in the target"
                        .formatted(Words.count(sides.source(), "row"), Words.number(sides.target())));
    }

    /** That every key was covered, once all are. */
    static List<String> keys(Progress progress, Coverage coverage) {
        if (!progress.isComplete() || !coverage.isTiled()) {
            return List.of();
        }
        List<CoveredKeys> keys = coverage.keys();
        long ranges = keys.stream().mapToLong(CoveredKeys::partitions).sum();
        return List.of("keys        all covered: %s on %s without gap or overlap%s"
                .formatted(
                        Words.count(ranges, "range"),
                        keys.size() == 1 ? keys.get(0).database() : Words.count(keys.size(), "database"),
                        keys.size() == 1 && keys.get(0).to() != null
                                ? ", up to "
                                        + Words.cut(String.valueOf(keys.get(0).to()), LONGEST)
                                : ""));
    }
}
