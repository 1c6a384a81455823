package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.TextTable;
import dev.migrate.cli.display.Words;
import dev.migrate.definition.JobDefinition;
import dev.migrate.engine.braking.BrakeNotes;
import dev.migrate.engine.plan.Plan;
import dev.migrate.engine.plan.PlannedPartition;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.job.Comparison;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.RowSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Shows what a run would do: the tables, the partitions, the SQL. Runs and writes nothing. */
public final class ShowPlan {

    private static final int SHOWN_AT_EACH_END = 5;

    private final PreparedJobs prepared;
    private final BrakeNotes brakes;
    private final Planner planner;
    private final Console console;

    public ShowPlan(PreparedJobs prepared, BrakeNotes brakes, Planner planner, Console console) {
        this.prepared = prepared;
        this.brakes = brakes;
        this.planner = planner;
        this.console = console;
    }

    /**
     * Prints the plan.
     *
     * @param all every partition, not only the first and the last ones
     */
    public int show(JobDefinition<?> definition, Map<String, String> parameters, OptionalInt partitions, boolean all)
            throws SQLException {
        PreparedJob job = prepared.prepare(definition, parameters);
        RunRequest request =
                new RunRequest(definition, parameters, 1, partitions, OptionalInt.empty(), false, Optional.empty());
        print(definition, job);
        print(planner.plan(job, request.partitionsToCut()), all);
        job.comparison().ifPresent(this::print);
        job.statements().forEach(statement -> print("Each page runs", statement));
        return 0;
    }

    private void print(JobDefinition<?> definition, PreparedJob job) {
        console.out()
                .println(definition.name() + ", a job of type "
                        + definition.type().name() + " in " + definition.place(""));
        job.keySpaces().stream()
                .flatMap(space -> space.sides().stream())
                .forEach(side -> console.out().println("  " + words(side)));
        job.notes().forEach(console.out()::println);
        brakes.all(definition.common(), job).forEach(console.out()::println);
    }

    private static String words(RowSource side) {
        String where = side.where().sql();
        return side.database() + " " + side.table() + " by " + side.key()
                + (where.equals("true") ? "" : " where " + where);
    }

    private void print(Comparison comparison) {
        TextTable table = new TextTable("COLUMN", "COMPARED");
        comparison.columns().forEach(column -> table.row(column.name(), "by " + column.by()));
        comparison.leftOut().forEach(column -> table.row(column.name(), "not at all: " + column.why()));
        console.out().println();
        table.lines().forEach(line -> console.out().println("  " + line));
    }

    private void print(Plan plan, boolean all) {
        List<PlannedPartition> partitions = plan.partitions();
        boolean ofRows = partitions.stream().anyMatch(partition -> partition.database() != null);
        console.out().println();
        console.out()
                .println(Words.count(partitions.size(), "partition")
                        + (ofRows ? " of about " + Words.count(plan.estimatedRows(), "row") + " in all" : ""));
        boolean whole = all || partitions.size() <= 2 * SHOWN_AT_EACH_END;
        TextTable table = new TextTable("PARTITION", "DATABASE", "KEYS");
        int head = whole ? partitions.size() : SHOWN_AT_EACH_END;
        partitions.subList(0, head).forEach(p -> row(table, p));
        if (!whole) {
            table.row("…", "", "--all shows every one");
            partitions
                    .subList(partitions.size() - SHOWN_AT_EACH_END, partitions.size())
                    .forEach(p -> row(table, p));
        }
        table.lines().forEach(line -> console.out().println("  " + line));
    }

    private static void row(TextTable table, PlannedPartition partition) {
        table.row(
                partition.number(),
                Words.database(partition.database()),
                Words.keys(partition.database(), partition.range()));
    }

    private void print(String title, String text) {
        console.out().println();
        console.out().println(title);
        text.lines().forEach(line -> console.out().println("  " + line));
    }
}
