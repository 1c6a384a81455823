package dev.migrate.monitor.pace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast a run gets on, from what was done at moments of the past. The time left is told by intervals of the last
 * ten minutes: the faster half of them says how soon the end may come, the slower half how late. Neither is taken for more
 * than twice as fast or as slow as the mean, which is that of the whole execution where nothing was done in most of the
 * intervals.
 */
public final class MeasurePace {

    /** The rate now is that of so many seconds. */
    private static final double LATELY = 30;

    private static final double RECENT = 600;
    private static final double LEAST = 1;
    private static final double SLACK = 2;

    /** The longest time that is told: what would take years is not known. */
    private static final double MOST_SECONDS = Duration.ofDays(366).toSeconds();

    private final List<PastReading> readings;
    private final long done;

    /**
     * Measures an execution.
     *
     * @param readings of this execution, the oldest first: its first one, and some of the last ten minutes
     * @param done until now
     */
    public MeasurePace(List<PastReading> readings, long done) {
        this.readings = new ArrayList<>(readings);
        this.readings.add(new PastReading(0, done));
        this.done = done;
    }

    /**
     * Tells the pace now.
     *
     * @param remaining empty: there is no total, or something holds the run, so that nothing tells its end
     */
    public Pace pace(OptionalLong remaining) {
        Double perSecond = since(newestBefore(LATELY));
        return new Pace(
                perSecond,
                perSecond == null || remaining.isEmpty()
                        ? null
                        : eta(remaining.getAsLong()).orElse(null));
    }

    private Optional<Eta> eta(long remaining) {
        List<Double> rates = recentRates();
        Double mean = isSteady(rates) ? since(newestBefore(RECENT)) : since(readings.get(0));
        if (mean == null || mean <= 0 || remaining / mean * SLACK > MOST_SECONDS) {
            return Optional.empty();
        }
        int half = rates.size() / 2;
        double slow = Math.max(mean / SLACK, Math.min(mean, average(rates.subList(0, rates.size() - half), mean)));
        double fast = Math.min(mean * SLACK, Math.max(mean, average(rates.subList(half, rates.size()), mean)));
        return Optional.of(new Eta(
                Duration.ofSeconds((long) (remaining / fast)), Duration.ofSeconds((long) Math.ceil(remaining / slow))));
    }

    /** The slowest first. */
    private List<Double> recentRates() {
        List<PastReading> recent = readings.subList(readings.indexOf(newestBefore(RECENT)), readings.size());
        return IntStream.range(1, recent.size())
                .filter(i -> seconds(recent.get(i - 1), recent.get(i)) >= LEAST)
                .mapToObj(i -> rate(recent.get(i - 1), recent.get(i)))
                .sorted()
                .toList();
    }

    private static boolean isSteady(List<Double> rates) {
        return rates.stream().filter(rate -> rate > 0).count() * 2 >= rates.size();
    }

    /** The newest reading that is as old as that; the oldest one if none is. */
    private PastReading newestBefore(double seconds) {
        return readings.stream()
                .filter(reading -> reading.secondsAgo() >= seconds)
                .reduce((older, newer) -> newer)
                .orElse(readings.get(0));
    }

    private @Nullable Double since(PastReading then) {
        return then.secondsAgo() < LEAST ? null : rate(then, new PastReading(0, done));
    }

    private static double rate(PastReading from, PastReading to) {
        return Math.max(0, to.done() - from.done()) / seconds(from, to);
    }

    private static double seconds(PastReading from, PastReading to) {
        return from.secondsAgo() - to.secondsAgo();
    }

    private static double average(List<Double> rates, double otherwise) {
        return rates.stream().mapToDouble(rate -> rate).average().orElse(otherwise);
    }
}
