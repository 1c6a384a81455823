package dev.migrate.monitor.json;

import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.partition.PartitionCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a run as one JSON object on one line. */
public final class ResultJson {

    private ResultJson() {}

    /** What a run prints. */
    public static String ofRun(Progress progress) {
        return Json.text(common(progress));
    }

    /** What a report holds: also what the run said, of which definition it was, and what it covered. */
    public static String ofReport(Progress progress, List<String> notes, Map<String, ?> covered) {
        Map<String, @Nullable Object> result = common(progress);
        result.put("notes", notes);
        result.put("definition", progress.definition());
        result.putAll(covered);
        return Json.text(result);
    }

    static Map<String, @Nullable Object> common(Progress progress) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("job", progress.job());
        result.put("execution", progress.execution());
        result.put("status", progress.status());
        result.put("parameters", progress.parameters());
        result.put("rows", rows(progress.rows()));
        result.put("findings", findings(progress.findings()));
        result.put("partitions", partitions(progress.partitions()));
        result.put("seconds", BigDecimal.valueOf(progress.seconds()).setScale(1, RoundingMode.HALF_UP));
        result.put("rowsPerSecond", progress.rowsPerSecond());
        result.put("storedFindings", progress.storedFindings());
        return result;
    }

    private static Map<String, @Nullable Object> rows(Ledger rows) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("read", rows.read());
        json.put("ok", rows.ok());
        json.put("found", rows.found());
        json.put("skipped", rows.skipped());
        json.put("failed", rows.failed());
        json.put("written", rows.written());
        return json;
    }

    private static Map<String, @Nullable Object> findings(FindingCounts findings) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("missing", findings.missing());
        json.put("extra", findings.extra());
        json.put("different", findings.different());
        json.put("broken", findings.broken());
        return json;
    }

    private static Map<String, @Nullable Object> partitions(PartitionCounts partitions) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("total", partitions.total());
        json.put("completed", partitions.done());
        json.put("failed", partitions.failed());
        return json;
    }
}
