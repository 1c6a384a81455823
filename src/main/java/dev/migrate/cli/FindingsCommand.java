package dev.migrate.cli;

import dev.migrate.cli.display.ListFormat;
import dev.migrate.cli.show.ShowFindings;
import dev.migrate.cli.show.ShowScript;
import dev.migrate.job.UserMistake;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private ExecutionArgument execution = new ExecutionArgument();

    @Option(
            names = "--format",
            paramLabel = "table|json|csv|sql",
            converter = FindingFormat.Converter.class,
            description = "Columns for people, a JSON object a line, CSV, or a script for psql that mends them."
                    + " Default: table.")
    private FindingFormat format = new FindingFormat(Optional.of(ListFormat.TABLE));

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "Which one --format=sql is about, if the findings are on several.")
    private @Nullable String database;

    @Mixin
    private CommonOptions common = new CommonOptions();

    FindingsCommand(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Integer call() throws Exception {
        if (format.list().isPresent() && database != null) {
            throw new UserMistake("--database is about --format=sql; leave it out, or give that too");
        }
        return startup.with(
                common,
                1,
                parts -> format.list().isPresent()
                        ? parts.get(ShowFindings.class)
                                .show(execution.number(), format.list().get())
                        : parts.get(ShowScript.class).show(execution.number(), database));
    }
}
