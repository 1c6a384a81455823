package dev.migrate.cli.display;

import dev.migrate.monitor.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A run in one line: {@code consistencyCheck  61% | 6,100,000/10,000,000 rows | 1,204,331 rows/s | 39/64 partitions | …}.
 * What is not known is left out; what holds it comes before the numbers.
 */
public final class ProgressLine {

    private ProgressLine() {}

    /** The line for a reading; the rate and the time left are those of late. */
    public static String of(Progress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(name(progress));
        progress.hold().ifPresent(parts::add);
        if (progress.ofRows()) {
            parts.add(rows(progress));
            PaceText.rate(progress).ifPresent(parts::add);
        }
        parts.add(Words.number(progress.partitions().done()) + "/"
                + Words.count(progress.partitions().total(), "partition"));
        parts.add(Words.count(progress.workersAtWork(), "worker"));
        if (progress.ofRows()) {
            parts.add(Words.count(progress.findings().total(), "finding"));
        }
        if (progress.rows().failed() > 0) {
            parts.add(Words.number(progress.rows().failed()) + " set aside");
        }
        parts.add(Words.clock(Duration.ofSeconds((long) progress.seconds())));
        PaceText.eta(progress).ifPresent(eta -> parts.add("ETA " + eta));
        return String.join(" | ", parts);
    }

    private static String name(Progress progress) {
        return progress.job()
                + progress.percent().stream()
                        .mapToObj("  %d%%"::formatted)
                        .findFirst()
                        .orElse("");
    }

    private static String rows(Progress progress) {
        String read = Words.number(progress.rows().read());
        OptionalLong total = progress.totalRows();
        return total.isPresent() ? read + "/" + Words.number(total.getAsLong()) + " rows" : read + " rows";
    }
}
