package dev.migrate.definition;

import dev.migrate.definition.yaml.YamlBinder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What {@code application.yml} says; the command line, system properties and the environment win over it, as Spring Boot has
 * it. Thread-safe.
 */
public final class ApplicationSettings {

    private final ConfigDirectory directory;
    private final YamlBinder binder;

    public ApplicationSettings(ConfigDirectory directory, ConfigurableEnvironment environment) {
        this.directory = directory;
        this.binder = new YamlBinder(environment);
    }

    /**
     * Binds what stands below an outermost key, such as {@code migrate}.
     *
     * @throws dev.migrate.job.UserMistake with a sentence for each mistake, unknown keys among them
     */
    public <R extends Record> R below(String key, Class<R> type) {
        return binder.below(key, directory.readApplication(), type);
    }
}
