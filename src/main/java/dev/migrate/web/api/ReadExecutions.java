package dev.migrate.web.api;

import dev.migrate.job.UserMistake;
import dev.migrate.monitor.Charts;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.json.HistoryJson;
import dev.migrate.monitor.json.Json;
import dev.migrate.monitor.json.PartitionJson;
import dev.migrate.monitor.json.StatusJson;
import dev.migrate.web.answer.NotFound;
import dev.migrate.web.live.Frame;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what is answered, as JSON. Each reading needs as many statements for a huge run as for a small one. Thread-safe. */
public final class ReadExecutions {

    static final int LISTED = 100;
    static final int CELLS = 360;
    static final int POINTS = 120;

    private final Explorer explorer;
    private final Charts charts;

    public ReadExecutions(Explorer explorer, Charts charts) {
        this.explorer = explorer;
        this.charts = charts;
    }

    String newest(int limit) {
        return Json.text(HistoryJson.executions(explorer.executions(limit)));
    }

    /** What {@code status EXECUTION --json} prints. */
    String status(Progress progress) {
        return StatusJson.text(progress, explorer);
    }

    String map(long instance, int cells) {
        return Json.text(PartitionJson.map(charts.keySpaceMap(instance, cells)));
    }

    String readings(long instance, int points) {
        return Json.text(HistoryJson.throughput(charts.throughput(instance, points)));
    }

    String log(long instance) {
        return Json.text(HistoryJson.log(explorer.log(instance)));
    }

    /** @throws NotFound if there is no such execution */
    Progress progress(long execution) {
        try {
            return explorer.progress(execution);
        } catch (UserMistake e) {
            throw new NotFound(String.join("; ", e.sentences()));
        }
    }

    /** All that is shown live of one execution. */
    Frame frame(long execution) {
        Progress progress = progress(execution);
        long instance = progress.instance();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("status", status(progress));
        parts.put("map", map(instance, CELLS));
        parts.put("readings", readings(instance, POINTS));
        parts.put("log", log(instance));
        // while its manager lives it cannot be abandoned: that may still change
        return new Frame(parts, !progress.isRunning() && !progress.manager().alive());
    }

    /** All that is shown live of the list of executions. */
    Frame frame() {
        return new Frame(Map.of("executions", newest(LISTED)), false);
    }
}
