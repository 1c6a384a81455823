package dev.migrate.engine.brake;

import java.util.Collection;
import java.util.List;

/** Says whether a page may begin. Asking changes nothing. */
@FunctionalInterface
public interface Brake {

    /** Lets every page begin. */
    Brake NONE = List::of;

    /** What holds a page back now; empty if it may begin. */
    List<Hold> holds();

    /** So many rows were done in a page that it let begin. */
    default void passed(long rows) {}

    /** Lets a page begin when all of them do. */
    static Brake strictest(Collection<? extends Brake> brakes) {
        List<Brake> all = List.copyOf(brakes);
        return new Brake() {
            @Override
            public List<Hold> holds() {
                return all.stream().flatMap(brake -> brake.holds().stream()).toList();
            }

            @Override
            public void passed(long rows) {
                all.forEach(brake -> brake.passed(rows));
            }
        };
    }
}
