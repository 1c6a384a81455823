package dev.migrate.chaos.watch;

import org.jspecify.annotations.Nullable;

/**
 * A partition as the repository shows it.
 *
 * @param worker the number of the worker that has claimed it; null if nobody has
 * @param pid that worker's process
 */
public record PartitionSight(
        int number,
        String state,
        @Nullable Integer worker,
        @Nullable Long pid,
        long fence,
        long page) {

    boolean isOver() {
        return state.equals("done") || state.equals("failed");
    }

    boolean isHeldByWorker(int other) {
        return state.equals("claimed") && worker != null && worker == other;
    }

    boolean isHeldBy(long process) {
        return state.equals("claimed") && pid != null && pid == process;
    }
}
