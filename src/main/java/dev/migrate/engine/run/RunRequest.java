package dev.migrate.engine.run;

import dev.migrate.definition.JobDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run as the command line asks for it.
 *
 * @param parameters identify the job instance
 * @param workers threads in this process
 * @param partitions how many to cut, if the user says so
 * @param only the one partition to run, if the user says so
 * @param reset begin anew although there is an instance with these parameters
 * @param transport how partitions reach the workers, if the user says so
 */
public record RunRequest(
        JobDefinition<?> definition,
        Map<String, String> parameters,
        int workers,
        OptionalInt partitions,
        OptionalInt only,
        boolean reset,
        Optional<String> transport) {

    public RunRequest {
        parameters = Map.copyOf(parameters);
    }

    /** How many partitions to cut: as the command line says, or else the definition; empty to choose by the rows. */
    public OptionalInt partitionsToCut() {
        Integer defined = definition.common().partitions();
        return partitions.isPresent() || defined == null ? partitions : OptionalInt.of(defined);
    }
}
