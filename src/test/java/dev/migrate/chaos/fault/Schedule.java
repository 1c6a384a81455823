package dev.migrate.chaos.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Draws faults from a shuffled deck that holds each kind as often as its share, so that none is long in coming. The same seed
 * draws the same.
 */
public final class Schedule {

    private static final double SHORTEST_GAP = 3;
    private static final double LONGEST_GAP = 6;
    private static final int MANY = 1_000;

    private final Random random;
    private final boolean broker;
    private final Deque<FaultKind> deck = new ArrayDeque<>();

    private Schedule(long seed, boolean broker) {
        this.random = new Random(seed);
        this.broker = broker;
    }

    /** All faults of that time, the first one first. */
    public static List<PlannedFault> draw(long seed, boolean broker, Duration time) {
        return new Schedule(seed, broker).drawUntil(time);
    }

    private List<PlannedFault> drawUntil(Duration time) {
        List<PlannedFault> faults = new ArrayList<>();
        Duration at = gap();
        while (at.compareTo(time) < 0) {
            faults.add(fault(at));
            at = at.plus(gap());
        }
        return List.copyOf(faults);
    }

    private PlannedFault fault(Duration at) {
        FaultKind kind = nextKind();
        return new PlannedFault(at, kind, random.nextInt(MANY), seconds(kind.seconds(random.nextDouble())));
    }

    private FaultKind nextKind() {
        if (deck.isEmpty()) {
            deck.addAll(shuffled());
        }
        return deck.remove();
    }

    private List<FaultKind> shuffled() {
        List<FaultKind> cards = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (broker || !kind.needsBroker()) {
                cards.addAll(Collections.nCopies(kind.share(), kind));
            }
        }
        Collections.shuffle(cards, random);
        return cards;
    }

    private Duration gap() {
        return seconds(SHORTEST_GAP + random.nextDouble() * (LONGEST_GAP - SHORTEST_GAP));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
