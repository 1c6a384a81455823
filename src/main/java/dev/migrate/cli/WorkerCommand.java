package dev.migrate.cli;

import dev.migrate.cli.args.Transport;
import dev.migrate.cli.args.WholeNumber;
import dev.migrate.cli.run.LendWorker;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code worker}: lends this machine to the runs that go on. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "migrate worker [OPTIONS]",
        descriptionHeading = "%n",
        description = "Lend this machine to all runs that go on; join and leave (Ctrl-C, SIGTERM) at any time.",
        optionListHeading = "%nOptions:%n")
final class WorkerCommand implements Callable<Integer> {

    private final Startup startup;

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = WholeNumber.Threads.class,
            description = "Threads that work. Default: one for each processor.")
    private @Nullable Integer workers;

    @Option(names = "--until-idle", description = "Leave when there is nothing left to do.")
    private boolean untilIdle;

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            converter = Transport.Converter.class,
            description = "How partitions reach this worker: postgres or rabbitmq.")
    private @Nullable Transport transport;

    @Option(names = "--quiet", description = "Tell nothing but trouble.")
    private boolean quiet;

    @Mixin
    private CommonOptions common = new CommonOptions();

    WorkerCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() throws Exception {
        int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        Optional<String> word = Optional.ofNullable(transport).map(Transport::word);
        return startup.with(
                common, threads, parts -> parts.get(LendWorker.class).lend(threads, word, untilIdle, quiet));
    }
}
