package dev.migrate.monitor.json;

import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.monitor.partition.MapCell;
import dev.migrate.monitor.partition.PartitionState;
import dev.migrate.monitor.partition.PartitionState.Holder;
import dev.migrate.monitor.partition.SlowPartition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Partitions, one by one or as cells of a map. */
public final class PartitionJson {

    private PartitionJson() {}

    /** One partition. */
    public static Map<String, @Nullable Object> of(PartitionState state) {
        return Json.object(
                "partition", state.partition().number(),
                "database", database(state.partition()),
                "keys", keys(state.partition()),
                "state", state.state(),
                "splitFrom", state.splitFrom(),
                "attempts", state.attempts(),
                "rows", state.rows(),
                "findings", state.findings(),
                "pages", state.pages().pages(),
                "pageMillis", state.pages().millis(),
                "slowestPageMillis", state.pages().slowestMillis(),
                "worker", holder(state.holder()),
                "output", state.output(),
                "reason", state.reason());
    }

    /** In the order of their numbers. */
    public static List<Map<String, @Nullable Object>> list(List<PartitionState> partitions) {
        return Json.list(partitions, PartitionJson::of);
    }

    /** The map of the key space. */
    public static List<Map<String, @Nullable Object>> map(List<MapCell> cells) {
        return Json.list(cells, PartitionJson::cell);
    }

    static Map<String, @Nullable Object> slow(SlowPartition slow) {
        Map<String, @Nullable Object> json = of(slow.state());
        json.put("seconds", seconds(slow.seconds()));
        json.put("slow", slow.slow());
        return json;
    }

    private static Map<String, @Nullable Object> cell(MapCell cell) {
        return Json.object(
                "database", name(cell.database()),
                "from", cell.from(),
                "to", cell.to(),
                "keys", cell.database() == null ? null : cell.keys(),
                "waiting", cell.counts().waiting(),
                "claimed", cell.counts().claimed(),
                "done", cell.counts().done(),
                "failed", cell.counts().failed(),
                "slow", cell.slow(),
                "rows", cell.rows(),
                "findings", cell.findings(),
                "failedRows", cell.failedRows(),
                "workers", cell.workers(),
                "millis", cell.millis());
    }

    private static @Nullable Object holder(@Nullable Holder holder) {
        return holder == null
                ? null
                : Json.object(
                        "host", holder.host(),
                        "pid", holder.pid(),
                        "seconds", seconds(holder.seconds()),
                        "secondsOfPage", seconds(holder.secondsOfPage()));
    }

    static @Nullable String database(Partition partition) {
        return name(partition.database());
    }

    static @Nullable String keys(Partition partition) {
        return partition.database() == null ? null : partition.range().toString();
    }

    static @Nullable BigDecimal seconds(@Nullable Double seconds) {
        return seconds == null ? null : BigDecimal.valueOf(seconds).setScale(1, RoundingMode.HALF_UP);
    }

    static @Nullable String name(@Nullable DatabaseName database) {
        return database == null ? null : database.value();
    }
}
