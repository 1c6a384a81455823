package dev.migrate.cli;

import dev.migrate.cli.args.ExecutionNumber;
import picocli.CommandLine.Parameters;

/** The execution that a command is about. */
final class ExecutionArgument {

    @Parameters(
            index = "0",
            paramLabel = "EXECUTION",
            converter = ExecutionNumber.class,
            description = "The number of an execution; status lists them.")
    private long number;

    long number() {
        return number;
    }
}
