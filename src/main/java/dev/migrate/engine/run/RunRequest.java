package dev.migrate.engine.run;

import dev.migrate.definition.JobDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A run as the command line asks for it.
 *
 * @param parameters identify the job instance
 * @param workers threads in this process
 * @param partitions how many to cut, if the user says so
 * @param only the one partition to run, if the user says so
 * @param reset begin anew although there is an instance with these parameters
 * @param transport how partitions reach the workers, if the user says so
 * @param retryOf the instance whose rows that were set aside are to be done again, and no others
 */
public record RunRequest(
        JobDefinition<?> definition,
        Map<String, String> parameters,
        int workers,
        OptionalInt partitions,
        OptionalInt only,
        boolean reset,
        Optional<String> transport,
        OptionalLong retryOf) {

    public RunRequest {
        parameters = Map.copyOf(parameters);
    }

    /** A run of all rows. */
    public RunRequest(
            JobDefinition<?> definition,
            Map<String, String> parameters,
            int workers,
            OptionalInt partitions,
            OptionalInt only,
            boolean reset,
            Optional<String> transport) {
        this(definition, parameters, workers, partitions, only, reset, transport, OptionalLong.empty());
    }

    /** The same, of just the rows that an instance set aside. */
    public RunRequest retrying(long instance) {
        return new RunRequest(
                definition, parameters, workers, partitions, only, reset, transport, OptionalLong.of(instance));
    }

    /** What the run goes by. */
    public RunName name() {
        return new RunName(definition.name(), parameters, retryOf);
    }

    /** How many partitions to cut: as the command line says, or else the definition; empty to choose by the rows. */
    public OptionalInt partitionsToCut() {
        Integer defined = definition.common().partitions();
        return partitions.isPresent() || defined == null ? partitions : OptionalInt.of(defined);
    }
}
