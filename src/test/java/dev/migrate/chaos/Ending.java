package dev.migrate.chaos;

import dev.migrate.chaos.process.JarProcess;
import dev.migrate.chaos.process.OwnEnds;
import dev.migrate.chaos.proof.Proof;
import dev.migrate.chaos.watch.Journal;
import dev.migrate.chaos.watch.Recoveries;
import dev.migrate.chaos.watch.Tally;
import java.util.List;

/**
 * How it went.
 *
 * @param rounds how many were complete
 * @param wrong whether rows were lost or changed twice after one of them
 * @param stoodStill whether the last round did not end
 * @param killed processes that did not end when they were asked to
 */
record Ending(
        int rounds,
        boolean wrong,
        boolean stoodStill,
        List<JarProcess> killed,
        Tally tally,
        Recoveries recoveries,
        OwnEnds ownEnds) {

    /** What the tables do not tell. */
    List<Proof> proofs() {
        return List.of(
                new Proof("every round was right when it was complete", !wrong, rounds + " rounds"),
                new Proof(
                        "the last round came to its end",
                        !stoodStill,
                        "not yet recovered: " + recoveries.open().size()),
                new Proof("processes end when they are asked to", killed.isEmpty(), "killed: " + killed));
    }

    void tell(Journal journal) {
        journal.print("");
        journal.print(rounds + " rounds, " + tally.total() + " faults; processes that ended by themselves: " + ownEnds);
        journal.print("");
        tally.lines().forEach(journal::print);
        journal.print("");
    }
}
