package dev.migrate.chaos.act;

import dev.migrate.chaos.fault.PlannedFault;
import dev.migrate.chaos.process.JarProcess;
import dev.migrate.chaos.process.Signal;
import dev.migrate.chaos.watch.Sight;
import dev.migrate.chaos.watch.Sign;
import java.util.Optional;

/** What is done to managers. */
final class ManagerFaults {

    private static final String NOBODY = "no manager manages a run";

    private static final int RARELY = 4;

    private final Stage stage;

    ManagerFaults(Stage stage) {
        this.stage = stage;
    }

    void kill(PlannedFault planned) {
        end(planned, Signal.KILL);
    }

    void interrupt(PlannedFault planned) {
        end(planned, Signal.INT);
    }

    private void end(PlannedFault planned, Signal signal) {
        Sight before = stage.observer().lookOrRemember();
        Optional<JarProcess> victim = victim(planned, before);
        victim.ifPresentOrElse(
                manager -> {
                    stage.managers().take(manager, signal);
                    replaced(planned, manager, before);
                },
                () -> stage.misses(planned.kind(), NOBODY));
    }

    // One that is only starting is hit now and then; always, and on a slow machine none would ever manage.
    private Optional<JarProcess> victim(PlannedFault planned, Sight before) {
        return planned.whom() % RARELY == 0
                ? stage.managers().current()
                : stage.managers().managing(before);
    }

    // One that is only starting is spared: when it wakes up, its --reset would begin a round that nobody wants by then.
    void freeze(PlannedFault planned) {
        Sight before = stage.observer().lookOrRemember();
        Optional<JarProcess> managing = stage.managers().managing(before);
        managing.ifPresentOrElse(
                manager -> freeze(planned, manager, before), () -> stage.misses(planned.kind(), NOBODY));
    }

    private void freeze(PlannedFault planned, JarProcess manager, Sight before) {
        stage.managers().take(manager, Signal.STOP);
        replaced(planned, manager, before);
        stage.loop().after(planned.length(), () -> {
            stage.journal().tell("THAW", manager.toString());
            manager.send(Signal.CONT);
        });
    }

    private void replaced(PlannedFault planned, JarProcess manager, Sight before) {
        stage.strikes(planned.kind(), manager.toString());
        stage.measure(planned.kind(), manager.toString(), Sign.takenOver(before));
    }

    void second(PlannedFault planned) {
        if (stage.managers().managing(stage.observer().lookOrRemember()).isPresent()) {
            stage.strikes(planned.kind(), stage.managers().second().toString());
        } else {
            stage.misses(planned.kind(), NOBODY);
        }
    }
}
