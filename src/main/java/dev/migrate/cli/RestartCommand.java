package dev.migrate.cli;

import dev.migrate.cli.args.TypedCommand;
import dev.migrate.cli.run.ServeDashboard;
import dev.migrate.cli.steer.RestartRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "migrate restart EXECUTION [OPTIONS]",
        descriptionHeading = "%n",
        description = "Do what the command that began a run does when it is typed again.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class RestartCommand implements Callable<Integer> {

    private final Startup startup;
    private final TypedCommand typed;

    @Mixin
    private ExecutionArgument execution = new ExecutionArgument();

    @Mixin
    private RunningOptions running = new RunningOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RestartCommand(Startup startup, TypedCommand typed) {
        this.startup = startup;
        this.typed = typed;
    }

    @Override
    public Integer call() throws Exception {
        return startup.with(common, running.workers(), parts -> {
            if (running.dashboard()) {
                parts.get(ServeDashboard.class).invite();
            }
            return parts.get(RestartRun.class).restart(execution.number(), asked -> running.of(asked, typed));
        });
    }
}
