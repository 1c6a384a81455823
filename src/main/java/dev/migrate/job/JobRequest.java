package dev.migrate.job;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A job as a user asked for it. Remembers which parameters were asked for; thread-safe. */
public final class JobRequest {

    private final String job;
    private final Map<String, String> parameters;
    private final UnaryOperator<String> places;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    /**
     * A request.
     *
     * @param parameters the identifying parameters of the command line
     * @param places tells for a path in the definition, such as {@code source.table}, the file and line where it stands
     */
    public JobRequest(String job, Map<String, String> parameters, UnaryOperator<String> places) {
        this.job = job;
        this.parameters = Map.copyOf(parameters);
        this.places = places;
    }

    public String job() {
        return job;
    }

    /** The value of a parameter, if the command line gives it. */
    public Optional<String> parameter(String name) {
        used.add(name);
        return Optional.ofNullable(parameters.get(name));
    }

    /** All parameters, for somebody who may use any of them. */
    public Map<String, String> parameters() {
        used.addAll(parameters.keySet());
        return parameters;
    }

    /** A mistake of the user at a path of the definition. */
    public UserMistake mistake(String path, String sentence) {
        return new UserMistake(places.apply(path) + ": " + sentence);
    }

    /**
     * To be called when the job has been prepared.
     *
     * @throws UserMistake if the command line gives a parameter that nobody asked for, which is misspelt more often than not
     */
    public void demandAllUsed() {
        Set<String> unused = new TreeSet<>(parameters.keySet());
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            String name = unused.iterator().next();
            throw mistake(
                    "",
                    "nothing in the job uses the parameter %s=%s; leave it out, or use it, as :%s in SQL"
                            .formatted(name, parameters.get(name), name));
        }
    }
}
