package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.TextTable;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.job.UserMistake;
import java.util.ArrayList;
import java.util.List;

/** Lists the jobs of the config directory, those that cannot run among them. */
public final class ListJobs {

    private static final int MISTAKEN = 2;

    private final JobDefinitions definitions;
    private final Console console;

    public ListJobs(JobDefinitions definitions, Console console) {
        this.definitions = definitions;
        this.console = console;
    }

    /** Prints them, and the mistakes in their files; returns the exit code. */
    public int list() {
        TextTable table = new TextTable("JOB", "TYPE", "ROWS OF", "FILE");
        List<String> mistakes = new ArrayList<>();
        for (String name : definitions.names()) {
            try {
                JobDefinition<?> job = definitions.load(name);
                table.row(name, job.type().name(), Sources.of(job.settings()), file(job));
            } catch (UserMistake e) {
                table.row(name, "?", "its file has mistakes, told below", "");
                mistakes.addAll(e.sentences());
            }
        }
        if (table.isEmpty()) {
            console.err().println("There are no jobs yet: write one to jobs/NAME.yml in the config directory.");
            return 0;
        }
        table.lines().forEach(console.out()::println);
        mistakes.forEach(console.err()::println);
        return mistakes.isEmpty() ? 0 : MISTAKEN;
    }

    /** The file without the line that a place ends in. */
    private static String file(JobDefinition<?> job) {
        return job.place("").replaceFirst(":\\d+(:\\d+)?$", "");
    }
}
