package dev.migrate.cli.display;

import dev.migrate.monitor.ExecutionRecord;
import dev.migrate.monitor.ExecutionSummary;
import dev.migrate.monitor.LiveWorker;
import dev.migrate.monitor.PartitionState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tables about what ran. */
public final class ExecutionTables {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private ExecutionTables() {}

    /** Executions of all jobs. */
    public static TextTable newest(List<ExecutionSummary> executions) {
        TextTable table =
                new TextTable("EXECUTION", "JOB", "PARAMETERS", "STATUS", "STARTED", "TIME", "ROWS READ", "FINDINGS");
        executions.forEach(e -> table.row(
                e.execution(),
                e.job(),
                Words.pairs(e.parameters()),
                e.status(),
                time(e.started()),
                duration(e.seconds()),
                Words.number(e.rows()),
                Words.number(e.findings())));
        return table;
    }

    /** What each execution of an instance did. */
    public static TextTable history(List<ExecutionRecord> executions) {
        TextTable table =
                new TextTable("EXECUTION", "STATUS", "STARTED", "TIME", "ATTEMPTS", "RESUMED", "ROWS READ", "REASON");
        executions.forEach(e -> table.row(
                e.execution(),
                e.status(),
                time(e.started()),
                duration(e.seconds()),
                Words.number(e.attempts()),
                Words.number(e.resumed()),
                Words.number(e.rows()),
                e.reason()));
        return table;
    }

    /** Who works on an instance. */
    public static TextTable workers(List<LiveWorker> workers) {
        TextTable table = new TextTable("HOST", "PID", "PARTITIONS");
        workers.forEach(w -> table.row(w.host(), w.pid(), w.partitions()));
        return table;
    }

    /** Partitions, one by one. */
    public static TextTable partitions(List<PartitionState> partitions) {
        TextTable table =
                new TextTable("PARTITION", "DATABASE", "KEYS", "STATE", "ATTEMPTS", "ROWS READ", "FINDINGS", "REASON");
        partitions.forEach(p -> table.row(
                p.partition().number(),
                p.partition().database(),
                p.partition().range(),
                p.state(),
                p.attempts(),
                Words.number(p.rows()),
                Words.number(p.findings()),
                p.reason() == null ? "" : p.reason()));
        return table;
    }

    private static String time(@Nullable LocalDateTime time) {
        return time == null ? "" : TIME.format(time);
    }

    private static String duration(@Nullable Double seconds) {
        return seconds == null ? "" : Words.clock(Duration.ofSeconds(Math.round(seconds)));
    }
}
