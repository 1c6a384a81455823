package dev.migrate.cli.run;

import dev.migrate.cli.args.JobAndParameters;
import dev.migrate.cli.args.TypedCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run as it was typed.
 *
 * @param reset begin anew
 * @param transport how partitions reach the workers, if said
 * @param json print one JSON object instead of a summary
 * @param quiet tell nothing on the way
 * @param report also write the result to this file
 * @param typed the words themselves
 */
public record RunOptions(
        JobAndParameters asked,
        int workers,
        OptionalInt partitions,
        OptionalInt only,
        boolean reset,
        Optional<String> transport,
        boolean json,
        boolean quiet,
        Optional<Path> report,
        TypedCommand typed) {}
