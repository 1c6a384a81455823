package dev.migrate.chaos;

import dev.migrate.chaos.server.Session;
import dev.migrate.chaos.watch.Journal;
import dev.migrate.chaos.watch.Sight;
import java.util.Optional;

/** Checks each row after each complete run, before the next one is begun. Not thread-safe. */
final class Rounds {

    private final Session target;
    private final Journal journal;
    private int checked;
    private boolean wrong;

    Rounds(Session target, Journal journal) {
        this.target = target;
        this.journal = journal;
    }

    /** How many there were. */
    int complete() {
        return checked;
    }

    /** Whether the newest run is complete and right. */
    boolean isChecked(Sight sight) {
        return sight.isComplete() && sight.run() == checked && !wrong;
    }

    /** Whether rows were lost or changed twice. */
    boolean areWrong() {
        return wrong;
    }

    void look(Sight sight) {
        if (sight.run() > checked + 1) {
            throw new IllegalStateException("run " + sight.run() + " was begun before " + checked + " was complete");
        }
        if (sight.run() == checked + 1 && sight.isComplete()) {
            countWrongRows(sight.run()).ifPresent(rows -> tell(sight.run(), rows));
        }
    }

    private Optional<Long> countWrongRows(int round) {
        return target.ask(db -> db.sql("select count(*) from counter where n <> :round")
                .param("round", round)
                .query(Long.class)
                .single());
    }

    private void tell(int round, long wrongRows) {
        checked = round;
        wrong = wrongRows > 0;
        journal.tell(
                "ROUND",
                round + (wrong ? " is WRONG: " + wrongRows + " rows have" : " is right: no row has")
                        + " another n than " + round);
    }
}
