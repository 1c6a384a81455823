package dev.migrate.cli.display;

import dev.migrate.monitor.history.LogEntry;
import dev.migrate.monitor.partition.PartitionState;
import dev.migrate.monitor.partition.PartitionState.Holder;
import dev.migrate.monitor.partition.SlowPartition;
import dev.migrate.monitor.worker.Brake;
import dev.migrate.monitor.worker.Held;
import dev.migrate.monitor.worker.LiveWorker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables about what goes on in one run. */
public final class RunTables {

    private RunTables() {}

    /** Who works on it, and what each has in hand. */
    public static TextTable workers(List<LiveWorker> workers) {
        TextTable table =
                new TextTable("HOST", "PID", "THREADS", "PARTITION", "DATABASE", "KEYS", "FOR", "ROWS/S", "WHY NOT");
        workers.forEach(worker -> {
            if (worker.held().isEmpty()) {
                table.row(worker.host(), worker.pid(), worker.threads(), "", "", "", "", "", worker.declined());
            }
            worker.held().forEach(held -> row(table, worker, held));
        });
        return table.withoutEmpty("PARTITION", "DATABASE", "KEYS", "FOR", "ROWS/S", "WHY NOT");
    }

    private static void row(TextTable table, LiveWorker worker, Held held) {
        table.row(
                worker.host(),
                worker.pid(),
                worker.threads(),
                held.partition().number(),
                Words.database(held.partition().database()),
                Words.shortKeys(held.partition()),
                Words.clock(held.seconds()),
                held.partition().database() == null ? "" : Words.number(held.rowsPerSecond()),
                worker.declined());
    }

    /** What holds it back. */
    public static TextTable brakes(List<Brake> brakes) {
        TextTable table = new TextTable("DATABASE", "BRAKE", "FOR", "HOST", "PID", "WHY");
        brakes.forEach(brake -> table.row(
                Words.database(brake.database()),
                brake.brake(),
                Words.clock(brake.seconds()),
                brake.host(),
                brake.pid(),
                brake.reason()));
        return table;
    }

    /** The partitions that took the longest. */
    public static TextTable slowest(List<SlowPartition> partitions) {
        TextTable table =
                new TextTable("PARTITION", "DATABASE", "KEYS", "STATE", "ROWS READ", "TIME", "LONGEST PAGE", "WORKER");
        partitions.forEach(slow -> {
            PartitionState state = slow.state();
            table.row(
                    state.partition().number(),
                    Words.database(state.partition().database()),
                    Words.shortKeys(state.partition()),
                    slow.slow() ? "slow" : state.state(),
                    Words.number(state.rows()),
                    Words.clock(slow.seconds()),
                    state.pages().pages() == 0 ? "" : Words.millis(state.pages().slowestMillis()),
                    worker(state.holder()));
        });
        return table.withoutEmpty("DATABASE", "KEYS", "WORKER");
    }

    private static String worker(@Nullable Holder holder) {
        return holder == null ? "" : holder.host() + ":" + holder.pid();
    }

    /** What was asked of it by hand. */
    public static TextTable steering(List<LogEntry> entries) {
        TextTable table = new TextTable("EXECUTION", "AT", "ASKED", "BY", "DETAIL");
        entries.forEach(e -> table.row(e.execution(), Words.time(e.at()), e.event(), e.by(), e.detail()));
        return table.withoutEmpty("DETAIL");
    }
}
