package dev.migrate.cli;

import dev.migrate.cli.args.JobAndParameters;
import dev.migrate.cli.args.WholeNumber;
import dev.migrate.cli.show.ShowPlan;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "migrate plan job=NAME [KEY=VALUE...] [OPTIONS]",
        descriptionHeading = "%n",
        description = "Show the partitions and the SQL of a job; run and write nothing.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class PlanCommand implements Callable<Integer> {

    private final Startup startup;

    @Parameters(paramLabel = "KEY=VALUE", arity = "0..*", description = "job=NAME and parameters, as for a run.")
    private List<String> words = List.of();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            converter = WholeNumber.Partitions.class,
            description = "Cut so many partitions. Default: by the number of rows.")
    private @Nullable Integer partitions;

    @Option(names = "--all", description = "Show every partition, not only the first and the last ones.")
    private boolean all;

    @Mixin
    private CommonOptions common = new CommonOptions();

    PlanCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() throws Exception {
        JobAndParameters asked = JobAndParameters.of(words, List.of());
        OptionalInt count = partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions);
        return startup.with(common, 1, parts -> {
            JobDefinition<?> definition = parts.get(JobDefinitions.class).load(asked.job());
            return parts.get(ShowPlan.class).show(definition, asked.parameters(), count, all);
        });
    }
}
