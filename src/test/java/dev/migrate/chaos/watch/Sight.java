package dev.migrate.chaos.watch;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the repository shows at a moment.
 *
 * @param run how many runs were begun
 * @param epoch how many processes have managed the newest run
 * @param seat by which number its manager is seen to live; another one when it has lost its session
 * @param manager who manages it, or did so last
 */
public record Sight(
        int run,
        long instance,
        long epoch,
        int seat,
        @Nullable String manager,
        @Nullable String status,
        Map<Integer, PartitionSight> partitions) {

    /** Before anything was begun. */
    public static final Sight NOTHING = new Sight(0, 0, 0, 0, null, null, Map.of());

    public Sight {
        partitions = Map.copyOf(partitions);
    }

    /** Whether the newest run is complete, or there is none: then the next one may be begun. */
    public boolean isComplete() {
        return run == 0 || "COMPLETED".equals(status);
    }

    /** Whether that process manages the newest run, or was the last to do so. */
    public boolean isManagedBy(long process) {
        return manager != null && manager.startsWith("pid " + process + " ");
    }

    /** The numbers of the partitions that a process has claimed. */
    public List<Integer> heldBy(long process) {
        return held(partition -> partition.isHeldBy(process));
    }

    /** The numbers of the partitions that the worker of that number has claimed. */
    public List<Integer> heldByWorker(int worker) {
        return held(partition -> partition.isHeldByWorker(worker));
    }

    private List<Integer> held(Predicate<PartitionSight> byWhom) {
        return partitions.values().stream()
                .filter(byWhom)
                .map(PartitionSight::number)
                .sorted()
                .toList();
    }

    /** What people want to know of it, on one line. */
    @Override
    public String toString() {
        if (run == 0) {
            return "nothing yet";
        }
        return "run %d, %s: %d of %d partitions done, %d claimed, %d waiting, %d failed, %d pages"
                .formatted(
                        run,
                        status == null ? "being begun" : status,
                        in("done"),
                        partitions.size(),
                        in("claimed"),
                        in("waiting"),
                        in("failed"),
                        pages());
    }

    private long in(String state) {
        return partitions.values().stream()
                .filter(partition -> partition.state().equals(state))
                .count();
    }

    /** How many pages the newest run has committed. */
    public long pages() {
        return sum(PartitionSight::page);
    }

    /** How many claims there have been. */
    long claims() {
        return sum(PartitionSight::fence);
    }

    private long sum(ToLongFunction<PartitionSight> what) {
        return partitions.values().stream().mapToLong(what).sum();
    }
}
