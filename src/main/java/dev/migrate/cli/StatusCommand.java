package dev.migrate.cli;

import dev.migrate.cli.args.ExecutionNumber;
import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.show.ShowStatus;
import dev.migrate.cli.show.WatchStatus;
import dev.migrate.job.UserMistake;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "migrate status [EXECUTION] [OPTIONS]",
        descriptionHeading = "%n",
        description = "Show all executions, or how far one is.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class StatusCommand implements Callable<Integer> {

    private final Startup startup;
    private final TypedCommand typed;

    @Parameters(
            paramLabel = "EXECUTION",
            arity = "0..1",
            converter = ExecutionNumber.class,
            description = "The number of an execution. Default: all of them.")
    private @Nullable Long execution;

    @Option(names = "--json", description = "Print one JSON object. Needs EXECUTION.")
    private boolean json;

    @Option(names = "--partitions", description = "Also list the partitions. Needs EXECUTION.")
    private boolean partitions;

    @Option(names = "--watch", description = "Follow the execution until it ends. Needs EXECUTION.")
    private boolean watch;

    @Mixin
    private CommonOptions common = new CommonOptions();

    StatusCommand(Startup startup, TypedCommand typed) {
        this.startup = startup;
        this.typed = typed;
    }

    @Override
    public Integer call() throws Exception {
        Long one = execution;
        if (one == null) {
            refuseOptions();
            return startup.with(common, 1, parts -> parts.get(ShowStatus.class).all());
        }
        return startup.with(common, 1, parts -> {
            if (watch) {
                parts.get(WatchStatus.class).untilEnd(one);
            }
            ShowStatus status = parts.get(ShowStatus.class);
            return json ? status.json(one) : status.one(one, partitions, typed);
        });
    }

    private void refuseOptions() {
        if (json || partitions || watch) {
            throw new UserMistake("--json, --partitions and --watch are about one execution; give its number, which"
                    + " status without them lists");
        }
    }
}
