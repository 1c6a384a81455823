package dev.migrate.cli;

import dev.migrate.cli.args.ExecutionNumber;
import dev.migrate.cli.display.ListFormat;
import dev.migrate.cli.show.ShowFindings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        synopsisHeading = "",
        customSynopsis = "migrate findings EXECUTION [OPTIONS]",
        descriptionHeading = "%n",
        description = "List the rows that a run found something wrong with.",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n")
final class FindingsCommand implements Callable<Integer> {

    private final Startup startup;

    @Parameters(
            paramLabel = "EXECUTION",
            converter = ExecutionNumber.class,
            description = "The number of an execution; status lists them.")
    private long execution;

    @Option(
            names = "--format",
            paramLabel = "table|json|csv",
            converter = FormatName.class,
            description = "Columns for people, a JSON object a line, or CSV. Default: table.")
    private ListFormat format = ListFormat.TABLE;

    @Mixin
    private CommonOptions common = new CommonOptions();

    FindingsCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() throws Exception {
        return startup.with(common, 1, parts -> parts.get(ShowFindings.class).show(execution, format));
    }
}
