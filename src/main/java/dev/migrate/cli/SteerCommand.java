package dev.migrate.cli;

import dev.migrate.cli.steer.SteerRun;
import dev.migrate.cli.steer.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code stop}, {@code pause}, {@code resume} and {@code abandon}. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class SteerCommand implements Callable<Integer> {

    private final Startup startup;
    private final Wish wish;

    @Mixin
    private ExecutionArgument execution = new ExecutionArgument();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private SteerCommand(Startup startup, Wish wish) {
        this.startup = startup;
        this.wish = wish;
    }

    /** The command for a wish. */
    static CommandLine of(Startup startup, Wish wish) {
        CommandLine command = new CommandLine(new SteerCommand(startup, wish));
        command.getCommandSpec()
                .name(wish.word())
                .usageMessage()
                .customSynopsis("migrate " + wish.word() + " EXECUTION [OPTIONS]")
                .description(wish.description());
        return command;
    }

    @Override
    public Integer call() throws Exception {
        return startup.with(common, 1, parts -> parts.get(SteerRun.class).ask(wish, execution.number()));
    }
}
