package dev.migrate.job;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A job as a user asked for it.
 *
 * @param parameters the identifying parameters of the command line
 * @param places tells for a path in the definition, such as {@code source.table}, the file and line where it stands
 */
public record JobRequest(String job, Map<String, String> parameters, UnaryOperator<String> places) {

    public JobRequest {
        parameters = Map.copyOf(parameters);
    }

    /** A mistake of the user at a path of the definition. */
    public UserMistake mistake(String path, String sentence) {
        return new UserMistake(places.apply(path) + ": " + sentence);
    }
}
