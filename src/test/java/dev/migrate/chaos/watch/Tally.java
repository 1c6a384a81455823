package dev.migrate.chaos.watch;

import dev.migrate.chaos.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts faults and lists them with the times of their recoveries. Not thread-safe. */
public final class Tally {

    private static final String ROW = "%-24s %6s %10s %10s %10s %10s %10s %10s";

    private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    private final Recoveries recoveries;

    public Tally(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    public void count(FaultKind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The table; "alone" are recoveries during which nothing else was away. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("fault", "count", "recovered", "median s", "worst s", "alone", "median s", "worst s"));
        counts.forEach((kind, count) -> lines.add(line(kind, count)));
        return lines;
    }

    private String line(FaultKind kind, int count) {
        List<Recovery> all = recoveries.over(kind);
        List<Recovery> alone = all.stream().filter(Recovery::isAlone).toList();
        return ROW.formatted(
                kind.title(), count, all.size(), median(all), worst(all), alone.size(), median(alone), worst(alone));
    }

    private static String median(List<Recovery> recoveries) {
        return at((recoveries.size() - 1) / 2, recoveries);
    }

    private static String worst(List<Recovery> recoveries) {
        return at(recoveries.size() - 1, recoveries);
    }

    private static String at(int index, List<Recovery> recoveries) {
        return sorted(recoveries)
                .skip(Math.max(0, index))
                .findFirst()
                .map(Tally::seconds)
                .orElse("-");
    }

    private static Stream<Duration> sorted(List<Recovery> recoveries) {
        return recoveries.stream()
                .flatMap(recovery -> recovery.taken().stream())
                .sorted();
    }

    /** {@code 2.75}. */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1_000.0);
    }
}
