package dev.migrate.chaos.act;

import dev.migrate.chaos.fault.FaultKind;
import dev.migrate.chaos.fault.PlannedFault;
import dev.migrate.chaos.process.JarProcess;
import dev.migrate.chaos.process.Signal;
import dev.migrate.chaos.process.Slot;
import dev.migrate.chaos.watch.Sight;
import dev.migrate.chaos.watch.Sign;
import java.util.List;

/** What is done to workers. */
final class WorkerFaults {

    private static final int RARELY = 4;

    private final Stage stage;

    WorkerFaults(Stage stage) {
        this.stage = stage;
    }

    void kill(PlannedFault planned) {
        end(planned, Signal.KILL);
    }

    void terminate(PlannedFault planned) {
        end(planned, Signal.TERM);
    }

    private void end(PlannedFault planned, Signal signal) {
        Sight before = stage.observer().lookOrRemember();
        List<Slot> candidates = candidates(planned, before);
        if (candidates.isEmpty()) {
            stage.misses(planned.kind(), "no worker is up");
            return;
        }
        Slot slot = candidates.get(planned.whom() % candidates.size());
        JarProcess worker = slot.process();
        slot.takeAway(signal, planned.length());
        tell(planned.kind(), worker, before);
    }

    // Those at work, if there are any; now and then one that may be starting, or have nothing to do.
    private List<Slot> candidates(PlannedFault planned, Sight before) {
        List<Slot> up = stage.workers().up();
        List<Slot> atWork = up.stream()
                .filter(slot -> !before.heldBy(slot.process().pid()).isEmpty())
                .toList();
        return atWork.isEmpty() || planned.whom() % RARELY == 0 ? up : atWork;
    }

    void freeze(PlannedFault planned) {
        Sight before = stage.observer().lookOrRemember();
        if (stage.workers().up().size() < 2) {
            stage.misses(planned.kind(), "no worker can be spared");
            return;
        }
        List<Slot> candidates = candidates(planned, before);
        JarProcess worker = candidates.get(planned.whom() % candidates.size()).process();
        worker.send(Signal.STOP);
        tell(planned.kind(), worker, before);
        stage.loop().after(planned.length(), () -> {
            stage.journal().tell("THAW", worker.toString());
            worker.send(Signal.CONT);
        });
    }

    private void tell(FaultKind kind, JarProcess worker, Sight before) {
        List<Integer> held = before.heldBy(worker.pid());
        stage.strikes(kind, worker + (held.isEmpty() ? ", holding nothing" : ", holding partition " + held.get(0)));
        if (!held.isEmpty()) {
            stage.measure(kind, worker.toString(), Sign.claimedAnew(before, held));
        }
    }

    void invite(PlannedFault planned) {
        JarProcess guest = stage.workers().invite(planned.length());
        stage.strikes(planned.kind(), guest + " joins for " + planned.length().toSeconds() + " s");
    }
}
