package dev.migrate.monitor.partition;

import dev.migrate.job.key.DatabaseName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partition on the map of the key space, or a group of neighbours.
 *
 * @param database null if the job has no table
 * @param from the number of the first partition in the order of the keys
 * @param to the number of the last, which may be less: that of a part that was split off says nothing of its place
 * @param keys the range from the first one's lower bound to the last one's upper; long texts in it are cut
 * @param slow whether one that is in hand takes far longer than others did
 * @param workers who works in it now: {@code host:pid}
 * @param millis that its pages took
 */
public record MapCell(
        @Nullable DatabaseName database,
        int from,
        int to,
        String keys,
        PartitionCounts counts,
        boolean slow,
        long rows,
        long findings,
        long failedRows,
        List<String> workers,
        long millis) {

    public MapCell {
        workers = List.copyOf(workers);
    }
}
