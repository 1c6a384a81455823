package dev.migrate.chaos.watch;

import dev.migrate.chaos.fault.FaultKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Everything that was taken away, and how long it took until the run went on. Not thread-safe. */
public final class Recoveries {

    private final List<Recovery> open = new ArrayList<>();
    private final List<Recovery> over = new ArrayList<>();

    /** Something has been taken away; it is measured from when {@link Recovery#measure} is called. */
    public Recovery begin(FaultKind kind, String whom) {
        Recovery recovery = new Recovery(kind, whom);
        if (!open.isEmpty()) {
            recovery.isNotAlone();
            open.forEach(Recovery::isNotAlone);
        }
        open.add(recovery);
        return recovery;
    }

    /** Takes a look into account; returns those that have ended with it. */
    public List<Recovery> see(Sight sight, long nanos) {
        List<Recovery> ended = new ArrayList<>();
        for (Iterator<Recovery> each = open.iterator(); each.hasNext(); ) {
            Recovery recovery = each.next();
            if (recovery.endsWith(sight, nanos)) {
                each.remove();
                ended.add(recovery);
            }
        }
        over.addAll(ended);
        return ended;
    }

    /** Those that have not ended yet. */
    public List<Recovery> open() {
        return List.copyOf(open);
    }

    List<Recovery> over(FaultKind kind) {
        return over.stream().filter(recovery -> recovery.kind() == kind).toList();
    }
}
