package dev.migrate.engine.run;

import dev.migrate.definition.JobDefinition;
import dev.migrate.job.PreparedJob;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Jobs held against the databases, once in each process for each definition and parameters. Thread-safe. */
public final class PreparedJobs {

    private record Asked(String job, String hash, Map<String, String> parameters) {}

    private final Map<Asked, PreparedJob> prepared = new ConcurrentHashMap<>();

    /** The job, prepared now if it was not before. */
    public PreparedJob prepare(JobDefinition<?> definition, Map<String, String> parameters) {
        return prepared.computeIfAbsent(
                new Asked(definition.name(), definition.hash(), Map.copyOf(parameters)),
                asked -> definition.prepare(asked.parameters()));
    }
}
