package dev.migrate.monitor.total;

import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.monitor.partition.PartitionCounts;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the runs of a job that go on now have done, added up.
 *
 * @param runs how many
 * @param rowsPerSecond over the last half minute or so
 * @param pageMillis that the pages took, waits apart
 * @param slowestPageMillis of one page
 * @param threads at work now, in all processes that are alive
 * @param braked how many processes each brake holds back now
 */
public record JobTotals(
        String job,
        long runs,
        long paused,
        Ledger rows,
        double rowsPerSecond,
        FindingCounts findings,
        PartitionCounts partitions,
        long pages,
        long pageMillis,
        long slowestPageMillis,
        long threads,
        Map<String, Long> braked) {

    public JobTotals {
        braked = Collections.unmodifiableMap(new TreeMap<>(braked));
    }
}
