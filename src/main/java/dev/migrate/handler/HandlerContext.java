package dev.migrate.handler;

import java.util.Map;

/**
 * What a handler is opened for.
 *
 * @param job the job's name
 * @param parameters the job parameters of the command line
 * @param database the name of the database on which the partition's rows are
 * @param partition the partition's number within the run, from 1
 */
public record HandlerContext(String job, Map<String, String> parameters, String database, int partition) {

    public HandlerContext {
        parameters = Map.copyOf(parameters);
    }
}
