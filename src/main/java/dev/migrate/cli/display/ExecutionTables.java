package dev.migrate.cli.display;

import dev.migrate.monitor.history.ExecutionRecord;
import dev.migrate.monitor.history.ExecutionSummary;
import dev.migrate.monitor.partition.PartitionState;
import dev.migrate.monitor.row.Retry;
import java.util.List;

/** Tables about what ran. */
public final class ExecutionTables {

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST = 60;

    private ExecutionTables() {}

    /** Executions of all jobs. */
    public static TextTable newest(List<ExecutionSummary> executions) {
        TextTable table = new TextTable(
                "EXECUTION", "JOB", "STATUS", "STARTED", "TIME", "ROWS READ", "FINDINGS", "SET ASIDE", "PARAMETERS");
        executions.forEach(e -> table.row(
                e.execution(),
                Words.cut(e.job(), LONGEST_NAME) + (e.retryOf() == null ? "" : ", a retry of " + e.retryOf()),
                e.status(),
                Words.time(e.started()),
                Words.clock(e.seconds()),
                Words.number(e.rows()),
                Words.number(e.findings()),
                e.failedRows() == 0 ? "" : Words.number(e.failedRows()),
                Words.cut(Words.pairs(e.parameters()), LONGEST)));
        return table.withoutEmpty("SET ASIDE", "PARAMETERS");
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
                Words.time(e.started()),
                Words.clock(e.seconds()),
                Words.number(e.attempts()),
                Words.number(e.resumed()),
                Words.number(e.rows()),
                e.reason()));
        return table;
    }

    /** Partitions, one by one; where they print to, if any does. */
    public static TextTable partitions(List<PartitionState> partitions) {
        TextTable table = new TextTable(
                "PARTITION",
                "DATABASE",
                "KEYS",
                "STATE",
                "ATTEMPTS",
                "ROWS READ",
                "FINDINGS",
                "TIME",
                "OUTPUT",
                "REASON");
        partitions.forEach(p -> table.row(
                p.partition().number(),
                Words.database(p.partition().database()),
                Words.shortKeys(p.partition()),
                p.state(),
                p.attempts(),
                Words.number(p.rows()),
                Words.number(p.findings()),
                p.pages().millis() == 0 ? "" : Words.millis(p.pages().millis()),
                p.output(),
                p.reason()));
        return table.withoutEmpty("OUTPUT");
    }
}
