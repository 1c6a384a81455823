package dev.migrate.monitor.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that is alive and works on a run, or could.
 *
 * @param threads each works on a partition at a time
 * @param held what it works on
 * @param declined why it does not work on this run; null: it does
 */
public record LiveWorker(
        String host,
        long pid,
        int threads,
        List<Held> held,
        @Nullable String declined) {

    public LiveWorker {
        held = List.copyOf(held);
    }

    /** How many partitions it works on. */
    public int partitions() {
        return held.size();
    }
}
