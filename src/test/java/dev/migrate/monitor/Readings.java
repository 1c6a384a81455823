package dev.migrate.monitor;

import dev.migrate.job.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readings for tests. */
public final class Readings {

    private Readings() {}

    /** The run of the manual's progress line, so many rows read of so many estimated. */
    public static Progress progress(String status, long read, @Nullable Long estimated) {
        return new Progress(
                12,
                7,
                "consistencyCheck",
                Map.of("day", "2026-01-31", "area", "north"),
                "c0ffee",
                status,
                new ManagerState("pid 4711 on db-tools-1", true),
                null,
                new Ledger(read, read - 8, 8, 0, 0, 0),
                new FindingCounts(3, 4, 5, 0),
                new PartitionCounts(22, 2, 39, 1),
                5.04,
                estimated,
                List.of(new LiveWorker("db-tools-1", 4711, 2)));
    }

    /** What a while with so many rows leaves behind. */
    public static Throughput throughput(Duration time, long rows) {
        SteppedClock clock = new SteppedClock();
        Throughput throughput = new Throughput(clock);
        throughput.reading(0);
        clock.step(time);
        throughput.reading(rows);
        return throughput;
    }
}
