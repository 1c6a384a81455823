package dev.migrate.type.command;

import dev.migrate.definition.Source;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job file of type command says.
 *
 * @param command the program and its arguments, which no shell looks at
 * @param source the rows whose keys are cut into partitions; null: partitions are mere numbers
 * @param timeout how long a partition may take; null: as long as it likes
 */
public record CommandDefinition(
        List<String> command,
        @Nullable Source source,
        @Nullable Duration timeout) {

    public CommandDefinition {
        command = List.copyOf(command);
        if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
            throw new IllegalArgumentException(
                    "\"timeout\" must be longer than nothing; leave it out to wait for ever");
        }
    }
}
