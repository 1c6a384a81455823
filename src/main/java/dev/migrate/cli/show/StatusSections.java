package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.ExecutionTables;
import dev.migrate.cli.display.RunTables;
import dev.migrate.cli.display.TextTable;
import dev.migrate.cli.display.Words;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.history.LogEntry;
import java.util.List;

/** What a status tells below the summary, a section for each thing that there is to tell. */
final class StatusSections {

    private static final int SLOWEST = 5;
    private static final int MOST_LINES = 20;

    private final Explorer explorer;
    private final Console console;

    StatusSections(Explorer explorer, Console console) {
        this.explorer = explorer;
        this.console = console;
    }

    void print(Progress progress) {
        section("Held back by:", RunTables.brakes(progress.brakes()));
        section("Processes at work:", RunTables.workers(progress.workers()));
        section("The slowest partitions:", RunTables.slowest(explorer.slowestPartitions(progress.instance(), SLOWEST)));
        section(
                "The rows that were set aside were done again by:",
                ExecutionTables.retries(explorer.retries(progress.instance())));
        section("Executions with these parameters:", ExecutionTables.history(explorer.history(progress.instance())));
        section("Steered by hand:", RunTables.steering(steering(progress)));
        if (progress.isRunning() && !progress.manager().alive()) {
            sentence("Its manager (" + progress.manager().name()
                    + ") is gone: the command that began it goes on from here.");
        }
        if (progress.isRunning() && !progress.isPaused() && progress.waitsFor() != null) {
            sentence("Waiting: " + progress.waitsFor() + ".");
        }
    }

    /** The last of it. */
    private List<LogEntry> steering(Progress progress) {
        List<LogEntry> asked = explorer.log(progress.instance()).stream()
                .filter(entry -> entry.by() != null)
                .toList();
        return asked.subList(Math.max(0, asked.size() - MOST_LINES), asked.size());
    }

    private void section(String title, TextTable table) {
        if (table.isEmpty()) {
            return;
        }
        sentence(title);
        List<String> lines = table.lines();
        lines.stream().limit(1L + MOST_LINES).forEach(line -> console.out().println("  " + line));
        if (lines.size() > 1 + MOST_LINES) {
            console.out().println("  and " + Words.number(lines.size() - 1L - MOST_LINES) + " more");
        }
    }

    private void sentence(String sentence) {
        console.out().println();
        console.out().println(sentence);
    }
}
