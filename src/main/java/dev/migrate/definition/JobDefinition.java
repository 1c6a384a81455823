package dev.migrate.definition;

import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.PreparedJob;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A job as its file defines it.
 *
 * @param hash the SHA-256 of the file, by which a changed definition is told
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
     * @throws dev.migrate.job.UserMistake if it will not do
     */
    public PreparedJob prepare(Map<String, String> parameters) {
        return type.prepare(settings, new JobRequest(name, parameters, places));
    }
}
