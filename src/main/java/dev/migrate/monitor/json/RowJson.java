package dev.migrate.monitor.json;

import dev.migrate.job.Finding;
import dev.migrate.monitor.row.Numbered;
import dev.migrate.monitor.row.SetAside;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Findings, and rows that were set aside. */
public final class RowJson {

    private RowJson() {}

    public static Map<String, @Nullable Object> finding(Finding finding) {
        return Json.object(
                "database", finding.database().value(),
                "key", finding.key(),
                "kind", finding.kind().word(),
                "rule", finding.rule(),
                "columns", finding.columns());
    }

    public static Map<String, @Nullable Object> setAside(SetAside aside) {
        return Json.object(
                "database", aside.database().value(),
                "key", aside.row().key(),
                "error", aside.row().error(),
                "attempts", aside.row().attempts());
    }

    /** A piece of the list of findings, each also with its id. */
    public static List<Map<String, @Nullable Object>> findings(List<Numbered<Finding>> piece) {
        return Json.list(piece, finding -> numbered(finding, RowJson::finding));
    }

    /** A piece of the list of rows that were set aside, each also with its id. */
    public static List<Map<String, @Nullable Object>> setAside(List<Numbered<SetAside>> piece) {
        return Json.list(piece, aside -> numbered(aside, RowJson::setAside));
    }

    private static <T> Map<String, @Nullable Object> numbered(
            Numbered<T> numbered, Function<T, Map<String, @Nullable Object>> object) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(object.apply(numbered.row()));
        json.put("id", numbered.id());
        return json;
    }
}
