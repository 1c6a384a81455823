package dev.migrate.monitor.json;

import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.pace.Eta;
import dev.migrate.monitor.partition.PartitionState;
import dev.migrate.monitor.partition.SlowPartition;
import dev.migrate.monitor.worker.Brake;
import dev.migrate.monitor.worker.Held;
import dev.migrate.monitor.worker.LiveWorker;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an execution stands: what a run prints, who works on it, how fast, what holds it, what is slow and what failed. */
public final class StatusJson {

    private static final int SLOWEST = 5;
    private static final int FAILED = 10;

    private StatusJson() {}

    /** One object on one line, with the slowest partitions and the first that failed. */
    public static String text(Progress progress, Explorer explorer) {
        return Json.text(of(
                progress,
                explorer.slowestPartitions(progress.instance(), SLOWEST),
                explorer.failedPartitions(progress.instance(), FAILED)));
    }

    /**
     * One object.
     *
     * @param slowest the partitions that took the longest
     * @param failed the first partitions that failed
     */
    public static Map<String, @Nullable Object> of(
            Progress progress, List<SlowPartition> slowest, List<PartitionState> failed) {
        Map<String, @Nullable Object> json = ResultJson.common(progress);
        json.put("workers", Json.list(progress.workers(), StatusJson::worker));
        json.put("percent", progress.percent().isPresent() ? progress.percent().getAsInt() : null);
        json.put("estimatedRows", progress.estimatedRows());
        json.put("rate", rate(progress));
        json.put("eta", eta(progress.pace().eta()));
        json.put("hold", progress.hold().orElse(null));
        json.put("waitsFor", progress.waitsFor());
        json.put(
                "manager",
                Json.object(
                        "name",
                        progress.manager().name(),
                        "alive",
                        progress.manager().alive()));
        json.put(
                "states",
                Json.object(
                        "waiting", progress.partitions().waiting(),
                        "claimed", progress.partitions().claimed(),
                        "done", progress.partitions().done(),
                        "failed", progress.partitions().failed()));
        json.put("brakes", Json.list(progress.brakes(), StatusJson::brake));
        json.put("slowest", Json.list(slowest, PartitionJson::slow));
        json.put("failedPartitions", Json.list(failed, PartitionJson::of));
        return json;
    }

    private static @Nullable Long rate(Progress progress) {
        Double rate = progress.pace().perSecond();
        return rate == null || !progress.ofRows() ? null : Math.round(rate);
    }

    private static @Nullable Object eta(@Nullable Eta eta) {
        return eta == null
                ? null
                : Json.object("from", eta.from().toSeconds(), "to", eta.to().toSeconds());
    }

    private static Map<String, @Nullable Object> worker(LiveWorker worker) {
        return Json.object(
                "host", worker.host(),
                "pid", worker.pid(),
                "partitions", worker.partitions(),
                "threads", worker.threads(),
                "holds", Json.list(worker.held(), StatusJson::held),
                "declined", worker.declined());
    }

    private static Map<String, @Nullable Object> held(Held held) {
        return Json.object(
                "partition", held.partition().number(),
                "database", PartitionJson.database(held.partition()),
                "keys", PartitionJson.keys(held.partition()),
                "seconds", PartitionJson.seconds(held.seconds()),
                "rows", held.rows(),
                "rowsPerSecond", held.rowsPerSecond());
    }

    private static Map<String, @Nullable Object> brake(Brake brake) {
        return Json.object(
                "database", PartitionJson.name(brake.database()),
                "brake", brake.brake(),
                "reason", brake.reason(),
                "seconds", PartitionJson.seconds(brake.seconds()),
                "host", brake.host(),
                "pid", brake.pid());
    }
}
