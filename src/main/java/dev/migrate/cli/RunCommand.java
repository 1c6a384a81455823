package dev.migrate.cli;

import dev.migrate.cli.args.JobAndParameters;
import dev.migrate.cli.args.Transport;
import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.args.WholeNumber;
import dev.migrate.cli.run.RunJob;
import dev.migrate.cli.run.RunOptions;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
            names = "--workers",
            paramLabel = "N",
            converter = WholeNumber.Workers.class,
            description = "Threads that work in this process; 0: only manage. Default: one for each processor.")
    private @Nullable Integer workers;

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

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            converter = Transport.Converter.class,
            description = "How partitions reach the workers: postgres, local or rabbitmq.")
    private @Nullable Transport transport;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the result to FILE, as JSON.")
    private @Nullable Path report;

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
            return parts.get(RunJob.class).run(definition, options);
        });
    }

    private RunOptions options() {
        return new RunOptions(
                JobAndParameters.of(
                        words, Objects.requireNonNull(spec).subcommands().keySet()),
                workers == null ? Runtime.getRuntime().availableProcessors() : workers,
                optional(partitions),
                optional(only),
                reset,
                Optional.ofNullable(transport).map(Transport::word),
                json,
                quiet,
                Optional.ofNullable(report),
                typed);
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
