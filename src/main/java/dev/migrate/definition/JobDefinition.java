package dev.migrate.definition;

import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.PreparedJob;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A job as its file defines it.
 *
 * @param hash the SHA-256 of the file and of those that belong to it, by which a changed definition is told; {@code throttle} does not count
 * @param places tells for a path in the definition, such as {@code source.table}, the file and line where it stands
 */
public record JobDefinition<D extends Record>(
        String name, JobType<D> type, D settings, CommonSettings common, String hash, UnaryOperator<String> places) {

    /** File and line of a path such as {@code source.table}; if nothing stands there, of the nearest key around it. */
    public String place(String path) {
        return places.apply(path);
    }

    /**
     * Holds the job against the databases.
     *
     * @throws dev.migrate.job.UserMistake if it will not do, or a parameter is given that it does not use
     */
    public PreparedJob prepare(Map<String, String> parameters) {
        JobRequest request = new JobRequest(name, parameters, places);
        PreparedJob prepared = type.prepare(settings, request);
        request.demandAllUsed();
        return prepared;
    }
}
