package dev.migrate.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;

/** How fast rows were read lately, from readings taken now and then. Used by one thread. */
public final class Throughput {

    private static final Duration LATELY = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    private record Reading(Instant at, long rows) {}

    private final Clock clock;
    private final Deque<Reading> readings = new ArrayDeque<>();

    public Throughput(Clock clock) {
        this.clock = clock;
    }

    /** Takes note of how many rows were read until now. */
    public void reading(long rows) {
        Instant now = clock.instant();
        readings.addLast(new Reading(now, rows));
        while (readings.size() > 2 && readings.getFirst().at().isBefore(now.minus(LATELY))) {
            readings.removeFirst();
        }
    }

    /** The rate of the last ten seconds or so; empty before there is one. */
    public OptionalLong rowsPerSecond() {
        if (readings.isEmpty()) {
            return OptionalLong.empty();
        }
        Reading first = readings.getFirst();
        Reading last = readings.getLast();
        Duration between = Duration.between(first.at(), last.at());
        return between.compareTo(LEAST) < 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round((last.rows() - first.rows()) * NANOS / between.toNanos()));
    }

    /** How long so many more rows take at that rate; empty without a rate. */
    public Optional<Duration> timeFor(long rows) {
        OptionalLong rate = rowsPerSecond();
        return rate.orElse(0) > 0
                ? Optional.of(Duration.ofSeconds((rows + rate.getAsLong() - 1) / rate.getAsLong()))
                : Optional.empty();
    }
}
