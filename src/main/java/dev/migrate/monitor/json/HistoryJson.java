package dev.migrate.monitor.json;

import dev.migrate.monitor.history.ExecutionRecord;
import dev.migrate.monitor.history.ExecutionSummary;
import dev.migrate.monitor.history.LogEntry;
import dev.migrate.monitor.pace.ThroughputPoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What ran, and how it got on over time. */
public final class HistoryJson {

    private HistoryJson() {}

    /** Executions of all jobs. */
    public static List<Map<String, @Nullable Object>> executions(List<ExecutionSummary> executions) {
        return Json.list(
                executions,
                e -> Json.object(
                        "job", e.job(),
                        "execution", e.execution(),
                        "status", e.status(),
                        "parameters", e.parameters(),
                        "started", text(e.started()),
                        "seconds", PartitionJson.seconds(e.seconds()),
                        "rows", e.rows(),
                        "findings", e.findings(),
                        "failedRows", e.failedRows(),
                        "retryOf", e.retryOf()));
    }

    /** The executions of an instance. */
    public static List<Map<String, @Nullable Object>> history(List<ExecutionRecord> executions) {
        return Json.list(
                executions,
                e -> Json.object(
                        "execution", e.execution(),
                        "status", e.status(),
                        "started", text(e.started()),
                        "seconds", PartitionJson.seconds(e.seconds()),
                        "attempts", e.attempts(),
                        "resumed", e.resumed(),
                        "rows", e.rows(),
                        "reason", e.reason()));
    }

    /** What happened to a run. */
    public static List<Map<String, @Nullable Object>> log(List<LogEntry> entries) {
        return Json.list(
                entries,
                e -> Json.object(
                        "execution", e.execution(),
                        "event", e.event(),
                        "at", text(e.at()),
                        "by", e.by(),
                        "detail", e.detail()));
    }

    /** How a run got on. */
    public static List<Map<String, @Nullable Object>> throughput(List<ThroughputPoint> points) {
        return Json.list(
                points,
                p -> Json.object(
                        "at", text(p.at()),
                        "rows", p.rows(),
                        "partitions", p.partitions(),
                        "rowsPerSecond", p.rowsPerSecond()));
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
