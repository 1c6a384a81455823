package dev.migrate.cli;

import dev.migrate.cli.show.ListJobs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "migrate jobs [OPTIONS]",
        descriptionHeading = "%n",
        description = "List the jobs defined here.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class JobsCommand implements Callable<Integer> {

    private final Startup startup;

    @Mixin
    private CommonOptions common = new CommonOptions();

    JobsCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() throws Exception {
        return startup.with(common, 1, parts -> parts.get(ListJobs.class).list());
    }
}
