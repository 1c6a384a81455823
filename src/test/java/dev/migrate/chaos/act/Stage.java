package dev.migrate.chaos.act;

import dev.migrate.chaos.fault.FaultKind;
import dev.migrate.chaos.process.Loop;
import dev.migrate.chaos.process.Managers;
import dev.migrate.chaos.process.Workers;
import dev.migrate.chaos.watch.Journal;
import dev.migrate.chaos.watch.Observer;
import dev.migrate.chaos.watch.Recoveries;
import dev.migrate.chaos.watch.Recovery;
import dev.migrate.chaos.watch.Sign;
import dev.migrate.chaos.watch.Tally;
import java.util.function.LongSupplier;

/** All that faults need. Not thread-safe. */
public record Stage(
        Loop loop,
        Journal journal,
        LongSupplier nanoTime,
        Observer observer,
        Recoveries recoveries,
        Tally tally,
        Workers workers,
        Managers managers) {

    /** Tells of a fault and counts it. */
    void strikes(FaultKind kind, String whom) {
        tally.count(kind);
        journal.tell("FAULT", kind.title() + " " + whom);
    }

    /** Tells of a fault that cannot be done now. */
    void misses(FaultKind kind, String why) {
        journal.tell("SKIPPED", kind.title() + ": " + why);
    }

    /** Measures from now until the sign is seen. */
    void measure(FaultKind kind, String whom, Sign sign) {
        Recovery recovery = recoveries.begin(kind, whom);
        recovery.measure(nanoTime.getAsLong(), sign);
    }
}
