package dev.migrate.cli.show;

import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.ExecutionTables;
import dev.migrate.cli.display.Summary;
import dev.migrate.cli.display.TextTable;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.history.ExecutionSummary;
import dev.migrate.monitor.json.StatusJson;
import dev.migrate.monitor.partition.PartitionState;
import java.sql.SQLException;
import java.util.List;

/** Shows what ran and runs. */
public final class ShowStatus {

    private static final int EXECUTIONS = 50;
    private static final int EXAMPLES = 10;
    private static final int BULK = 1_000;

    private final Explorer explorer;
    private final Console console;

    public ShowStatus(Explorer explorer, Console console) {
        this.explorer = explorer;
        this.console = console;
    }

    /** Prints the newest executions of all jobs. */
    public int all() {
        List<ExecutionSummary> executions = explorer.executions(EXECUTIONS);
        if (executions.isEmpty()) {
            console.err().println("Nothing has run yet.");
        } else {
            print(ExecutionTables.newest(executions));
        }
        return 0;
    }

    /** Prints one execution as JSON. */
    public int json(long execution) {
        console.out().println(StatusJson.text(explorer.progress(execution), explorer));
        return 0;
    }

    /** Prints one execution and those before and after it of the same instance. */
    public int one(long execution, boolean partitions, TypedCommand typed) throws SQLException {
        Progress progress = explorer.progress(execution);
        long instance = progress.instance();
        new Summary(
                        progress,
                        explorer.coverage(instance),
                        explorer.failedPartitions(instance, EXAMPLES),
                        explorer.firstFindings(instance, EXAMPLES),
                        explorer.firstSetAside(instance, EXAMPLES))
                .lines(typed)
                .forEach(console.out()::println);
        new StatusSections(explorer, console).print(progress);
        if (partitions) {
            partitions(instance);
        }
        return 0;
    }

    /** Prints partitions a bulk at a time, for there may be any number. */
    private void partitions(long instance) {
        List<PartitionState> bulk = explorer.partitions(instance, 0, BULK);
        while (!bulk.isEmpty()) {
            console.out().println();
            print(ExecutionTables.partitions(bulk));
            bulk = explorer.partitions(
                    instance, bulk.get(bulk.size() - 1).partition().number(), BULK);
        }
    }

    private void print(TextTable table) {
        table.lines().forEach(console.out()::println);
    }
}
