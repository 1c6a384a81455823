package dev.migrate.cli;

import dev.migrate.cli.args.JobAndParameters;
import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.display.ListFormat;
import dev.migrate.cli.run.RetryRows;
import dev.migrate.cli.run.ServeDashboard;
import dev.migrate.cli.show.ShowSetAside;
import dev.migrate.job.UserMistake;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "failed",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = {
            "migrate failed EXECUTION [--format=FORMAT]   lists the rows that a run set aside",
            "migrate failed EXECUTION --retry [OPTIONS]   does just those again"
        },
        descriptionHeading = "%n",
        description = "List the rows that a run set aside, or do just those again.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class FailedCommand implements Callable<Integer> {

    private final Startup startup;
    private final TypedCommand typed;

    @Mixin
    private ExecutionArgument execution = new ExecutionArgument();

    @Option(
            names = "--format",
            paramLabel = "table|json|csv",
            converter = FormatName.class,
            description = "Columns for people, a JSON object a line, or CSV. Default: table.")
    private @Nullable ListFormat format;

    @Option(
            names = "--retry",
            description = "Do just those rows again, by the job file as it is now; the same command resumes it."
                    + " --workers to --report are about this.")
    private boolean retry;

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    FailedCommand(Startup startup, TypedCommand typed) {
        this.startup = startup;
        this.typed = typed;
    }

    @Override
    public Integer call() throws Exception {
        return retry ? retry() : list(format == null ? ListFormat.TABLE : format);
    }

    private int list(ListFormat chosen) throws Exception {
        if (!running.areDefaults()) {
            throw new UserMistake(
                    "--workers, --transport, --json, --quiet, --dashboard and --report are about doing rows again;"
                            + " give --retry too, or choose how to list them with --format");
        }
        return startup.with(common, 1, parts -> parts.get(ShowSetAside.class).show(execution.number(), chosen));
    }

    private int retry() throws Exception {
        if (format != null) {
            throw new UserMistake("--format is about listing rows; leave out that or --retry");
        }
        return startup.with(common, running.workers(), parts -> {
            if (running.dashboard()) {
                parts.get(ServeDashboard.class).invite();
            }
            return parts.get(RetryRows.class)
                    .retry(
                            execution.number(),
                            first -> running.of(new JobAndParameters(first.job(), first.parameters()), typed));
        });
    }
}
