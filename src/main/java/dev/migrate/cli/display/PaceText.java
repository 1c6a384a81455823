package dev.migrate.cli.display;

import dev.migrate.monitor.Progress;
import dev.migrate.monitor.pace.Eta;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How fast a run gets on, and how long it still takes. */
final class PaceText {

    private PaceText() {}

    /** {@code 1,204,331 rows/s}: lately, or, at the end, over the whole time; empty without rows or a known rate. */
    static Optional<String> rate(Progress progress) {
        Double lately = progress.pace().perSecond();
        long rate = progress.isRunning() && lately != null ? Math.round(lately) : progress.rowsPerSecond();
        return progress.ofRows() && (lately != null || !progress.isRunning())
                ? Optional.of(Words.number(rate) + " rows/s")
                : Optional.empty();
    }

    /** {@code 0:00:03}, or as a band {@code 0:10:00–0:14:00}; empty where it is not known. */
    static Optional<String> eta(Progress progress) {
        return Optional.ofNullable(progress.pace().eta()).map(PaceText::band);
    }

    /** What is so just now of a run that goes on, in a line; nothing of another. */
    static List<String> now(Progress progress) {
        if (!progress.isRunning()) {
            return List.of();
        }
        String now = Stream.of(
                        progress.hold(),
                        percent(progress),
                        rate(progress),
                        eta(progress).map(eta -> "ETA " + eta))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return now.isEmpty() ? List.of() : List.of("now         " + now);
    }

    private static Optional<String> percent(Progress progress) {
        if (progress.percent().isEmpty()) {
            return Optional.empty();
        }
        String percent = progress.percent().getAsInt() + "%";
        return Optional.of(
                progress.ofRows() && progress.totalRows().isPresent()
                        ? percent + " of about "
                                + Words.count(progress.totalRows().getAsLong(), "row")
                        : percent);
    }

    private static String band(Eta eta) {
        String from = Words.clock(eta.from());
        String to = Words.clock(eta.to());
        return from.equals(to) ? to : from + "–" + to;
    }
}
