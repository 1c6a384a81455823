package dev.migrate.cli.display;

import dev.migrate.monitor.ExecutionRecord;
import dev.migrate.monitor.ExecutionSummary;
import dev.migrate.monitor.LiveWorker;
import dev.migrate.monitor.PartitionState;
import dev.migrate.monitor.row.Retry;
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
        TextTable table = new TextTable(
                "EXECUTION", "JOB", "PARAMETERS", "STATUS", "STARTED", "TIME", "ROWS READ", "FINDINGS", "SET ASIDE");
        executions.forEach(e -> table.row(
                e.execution(),
                e.retryOf() == null ? e.job() : e.job() + ", a retry of " + e.retryOf(),
                Words.pairs(e.parameters()),
                e.status(),
                time(e.started()),
                duration(e.seconds()),
                Words.number(e.rows()),
                Words.number(e.findings()),
                Words.number(e.failedRows())));
        return table;
    }

    /** Runs of just the rows that another one set aside. */
    public static TextTable retries(List<Retry> retries) {
        TextTable table = new TextTable("EXECUTION", "STATUS", "ROWS", "DONE AGAIN", "SET ASIDE AGAIN");
        retries.forEach(r -> table.row(
                r.execution(),
                r.status(),
                Words.number(r.rows()),
                Words.number(r.done()),
                Words.number(r.failedAgain())));
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

    /** Partitions, one by one; where they print to, if any does. */
    public static TextTable partitions(List<PartitionState> partitions) {
        TextTable table = new TextTable(
                "PARTITION", "DATABASE", "KEYS", "STATE", "ATTEMPTS", "ROWS READ", "FINDINGS", "OUTPUT", "REASON");
        partitions.forEach(p -> table.row(
                p.partition().number(),
                Words.database(p.partition().database()),
                Words.keys(p.partition().database(), p.partition().range()),
                p.state(),
                p.attempts(),
                Words.number(p.rows()),
                Words.number(p.findings()),
                p.output() == null ? "" : p.output(),
                p.reason() == null ? "" : p.reason()));
        return table.withoutEmpty("OUTPUT");
    }

    private static String time(@Nullable LocalDateTime time) {
        return time == null ? "" : TIME.format(time);
    }

    private static String duration(@Nullable Double seconds) {
        return seconds == null ? "" : Words.clock(Duration.ofSeconds(Math.round(seconds)));
    }
}
