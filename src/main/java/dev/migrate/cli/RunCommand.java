package dev.migrate.cli;

import dev.migrate.cli.args.JobAndParameters;
import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.args.WholeNumber;
import dev.migrate.cli.run.RunJob;
import dev.migrate.cli.run.RunOptions;
import dev.migrate.cli.run.ServeDashboard;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command without a name: runs a job, or goes on with it. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = {
            "migrate job=NAME [KEY=VALUE...] [OPTIONS]   runs a job; the same command again resumes it",
            "migrate COMMAND [--help]"
        },
        description = "%nRuns a job over every row of a huge PostgreSQL table, in parallel partitions.%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExit code: ",
        footer = {
            "0 done, nothing to report; 1 failed; 2 bad command line or config;",
            "           3 done, with findings or failed rows; 4 stopped before the end."
        })
final class RunCommand implements Callable<Integer> {

    private final Startup startup;
    private final TypedCommand typed;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "KEY=VALUE",
            arity = "0..*",
            description = "job=NAME says which job; all others are its parameters and identify the run.")
    private List<String> words = List.of();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            converter = WholeNumber.Partitions.class,
            description = "Cut so many partitions. Default: by the number of rows.")
    private @Nullable Integer partitions;

    @Option(
            names = "--only",
            paramLabel = "N",
            converter = WholeNumber.Partitions.class,
            description = "Work on partition N and on no other.")
    private @Nullable Integer only;

    @Option(names = "--reset", description = "Begin anew although this run is complete, failed or stopped.")
    private boolean reset;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RunCommand(Startup startup, TypedCommand typed) {
        this.startup = startup;
        this.typed = typed;
    }

    @Override
    public Integer call() throws Exception {
        RunOptions options = options();
        // The definition first: what is wrong with it needs no database to be told.
        return startup.with(common, options.workers(), parts -> {
            JobDefinition<?> definition =
                    parts.get(JobDefinitions.class).load(options.asked().job());
            if (running.dashboard()) {
                parts.get(ServeDashboard.class).invite();
            }
            return parts.get(RunJob.class).run(definition, options);
        });
    }

    private RunOptions options() {
        JobAndParameters asked = JobAndParameters.of(
                words, Objects.requireNonNull(spec).subcommands().keySet());
        return running.of(asked, optional(partitions), optional(only), reset, typed);
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
