package dev.migrate.monitor;

import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.Partition;
import dev.migrate.job.SideRows;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.monitor.pace.Eta;
import dev.migrate.monitor.pace.Pace;
import dev.migrate.monitor.partition.PartitionCounts;
import dev.migrate.monitor.worker.Brake;
import dev.migrate.monitor.worker.Held;
import dev.migrate.monitor.worker.LiveWorker;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Readings for tests. */
public final class Readings {

    private Readings() {}

    /** The run of the manual's progress line, so many rows read of so many estimated. */
    public static Progress progress(String status, long read, @Nullable Long estimated) {
        return progress(status, null, new Ledger(read, read - 8, 8, 0, 0, 0), estimated, null, 12);
    }

    /** A run over 5,040 rows, and 5,041 on the other side, one of them set aside, with so many of its 12 findings stored. */
    public static Progress compared(String status, long stored) {
        return progress(status, null, new Ledger(5_041, 5_032, 8, 0, 1, 0), null, new SideRows(5_040, 5_041), stored);
    }

    /** A run that does again what execution 11 set aside, and sets rows aside in turn. */
    public static Progress setAside(String status, long failed) {
        return progress(status, 11L, new Ledger(10, 10 - failed, 0, 0, failed, 0), 10L, null, 12);
    }

    private static Progress progress(
            String status,
            @Nullable Long retryOf,
            Ledger rows,
            @Nullable Long estimated,
            @Nullable SideRows sides,
            long stored) {
        return new Progress(
                12,
                7,
                "consistencyCheck",
                Map.of("day", "2026-01-31", "area", "north"),
                retryOf,
                "c0ffee",
                status,
                false,
                new ManagerState("pid 4711 on db-tools-1", true),
                null,
                true,
                rows,
                sides,
                new FindingCounts(3, 4, 5, 0),
                stored,
                new PartitionCounts(22, 2, 39, 1),
                5.04,
                estimated,
                List.of(worker(2)),
                List.of(),
                Pace.UNKNOWN);
    }

    /** A run without rows, so far that so many of 64 partitions are done. */
    public static Progress withoutRows(String status, int done) {
        return new Progress(
                13,
                8,
                "import",
                Map.of(),
                null,
                "c0ffee",
                status,
                false,
                new ManagerState("pid 4711 on db-tools-1", true),
                null,
                false,
                Ledger.NONE,
                null,
                FindingCounts.NONE,
                0,
                new PartitionCounts(61 - done, 2, done, 1),
                5.04,
                0L,
                List.of(worker(2)),
                List.of(),
                Pace.UNKNOWN);
    }

    /** The same reading at a pace. */
    public static Progress at(Progress progress, double perSecond, @Nullable Eta eta) {
        return progress.at(new Pace(perSecond, eta));
    }

    /** The same reading of a run that a brake holds. */
    public static Progress held(Progress progress, String reason) {
        return with(
                progress,
                List.of(new Brake(
                        new DatabaseName("primary"), "max-replication-lag", reason, 4.2, "db-tools-1", 4711)));
    }

    private static Progress with(Progress p, List<Brake> brakes) {
        return new Progress(
                p.execution(),
                p.instance(),
                p.job(),
                p.parameters(),
                p.retryOf(),
                p.definition(),
                p.status(),
                p.stopping(),
                p.manager(),
                p.waitsFor(),
                p.ofRows(),
                p.rows(),
                p.sides(),
                p.findings(),
                p.storedFindings(),
                p.partitions(),
                p.seconds(),
                p.estimatedRows(),
                p.workers(),
                brakes,
                p.pace());
    }

    /** A process that works on so many partitions. */
    public static LiveWorker worker(int partitions) {
        List<Held> held = IntStream.rangeClosed(1, partitions)
                .mapToObj(number -> new Held(
                        new Partition(7, number, new DatabaseName("primary"), new KeyRange(KeyValue.of(17), null)),
                        2.0,
                        1_000))
                .toList();
        return new LiveWorker("db-tools-1", 4711, 8, held, null);
    }
}
