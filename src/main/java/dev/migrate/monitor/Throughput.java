package dev.migrate.monitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;

/** How fast a run got on lately, in rows or whatever else it is measured by, from readings taken now and then. Used by one thread. */
public final class Throughput {

    private static final Duration LATELY = Duration.ofSeconds(10);
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final double NANOS = 1e9;

    private record Reading(Instant at, long done) {}

    private final Clock clock;
    private final Deque<Reading> readings = new ArrayDeque<>();

    public Throughput(Clock clock) {
        this.clock = clock;
    }

    /** Takes note of how much was done until now. */
    public void reading(long done) {
        Instant now = clock.instant();
        readings.addLast(new Reading(now, done));
        while (readings.size() > 2 && readings.getFirst().at().isBefore(now.minus(LATELY))) {
            readings.removeFirst();
        }
    }

    /** The rate of the last ten seconds or so; empty before there is one. */
    public OptionalLong perSecond() {
        if (readings.isEmpty()) {
            return OptionalLong.empty();
        }
        Reading first = readings.getFirst();
        Reading last = readings.getLast();
        Duration between = Duration.between(first.at(), last.at());
        return between.compareTo(LEAST) < 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round((last.done() - first.done()) * NANOS / between.toNanos()));
    }

    /** How long so much more takes at that rate; empty without a rate. */
    public Optional<Duration> timeFor(long more) {
        OptionalLong rate = perSecond();
        return rate.orElse(0) > 0
                ? Optional.of(Duration.ofSeconds((more + rate.getAsLong() - 1) / rate.getAsLong()))
                : Optional.empty();
    }
}
