package dev.migrate.cli;

import dev.migrate.cli.run.ServeDashboard;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the dashboard, for the runs of all machines. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "migrate serve [OPTIONS]",
        descriptionHeading = "%n",
        description = {
            "Serve the dashboard, REST and metrics, of the runs of all machines, until Ctrl-C or SIGTERM.",
            "migrate.dashboard.address (127.0.0.1), .port (8080) and .token say where, and who may steer."
        },
        optionListHeading = "%nOptions:%n")
final class ServeCommand implements Callable<Integer> {

    private final Startup startup;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ServeCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() throws Exception {
        return startup.with(common, 1, parts -> parts.get(ServeDashboard.class).untilInterrupted());
    }
}
