package dev.migrate.cli;

import dev.migrate.cli.args.JobAndParameters;
import dev.migrate.cli.args.Transport;
import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.args.WholeNumber;
import dev.migrate.cli.run.RunOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that runs a job. */
final class RunningOptions {

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = WholeNumber.Workers.class,
            description = "Threads that work in this process; 0: only manage. Default: one for each processor.")
    private @Nullable Integer workers;

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

    @Option(names = "--dashboard", description = "Serve the dashboard while it runs, as the command serve does.")
    private boolean dashboard;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the result to FILE, as JSON.")
    private @Nullable Path report;

    int workers() {
        return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    }

    /** Whether people are to watch and steer it from a browser. */
    boolean dashboard() {
        return dashboard;
    }

    /** Whether none of them is given. */
    boolean areDefaults() {
        return workers == null && transport == null && !json && !quiet && !dashboard && report == null;
    }

    /** A run of all rows, or of all there is to do for a job. */
    RunOptions of(JobAndParameters asked, TypedCommand typed) {
        return of(asked, OptionalInt.empty(), OptionalInt.empty(), false, typed);
    }

    /** A run that is told more. */
    RunOptions of(JobAndParameters asked, OptionalInt partitions, OptionalInt only, boolean reset, TypedCommand typed) {
        return new RunOptions(
                asked,
                workers(),
                partitions,
                only,
                reset,
                Optional.ofNullable(transport).map(Transport::word),
                json,
                quiet,
                Optional.ofNullable(report),
                typed);
    }
}
