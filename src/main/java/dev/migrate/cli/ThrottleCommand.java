package dev.migrate.cli;

import dev.migrate.cli.steer.SteerRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "throttle",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "migrate throttle EXECUTION KEY=VALUE... [OPTIONS]",
        descriptionHeading = "%n",
        description = "Set the brakes of a run while it goes on, in place of what its job file says.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class ThrottleCommand implements Callable<Integer> {

    private final Startup startup;

    @Mixin
    private ExecutionArgument execution = new ExecutionArgument();

    @Parameters(
            index = "1..*",
            paramLabel = "KEY=VALUE",
            arity = "1..*",
            description = "As below throttle in a job file: rows-per-second=500, max-replication-lag=5s. The value none"
                    + " lifts a brake; default gives back what the job file says.")
    private List<String> words = List.of();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ThrottleCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() throws Exception {
        return startup.with(common, 1, parts -> parts.get(SteerRun.class).throttle(execution.number(), words));
    }
}
