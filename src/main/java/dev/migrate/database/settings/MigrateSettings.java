package dev.migrate.database.settings;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config/application.yml} says under {@code migrate}.
 *
 * @param databases in the file's order, by the names that jobs use
 * @param transport how partitions reach the workers: {@code local}, within the process
 */
public record MigrateSettings(
        RepositorySettings repository, Map<String, DatabaseSettings> databases, String transport) {

    private static final String LOCAL = "local";
    private static final Set<String> TAKEN =
            Set.of(RepositorySettings.EMBEDDED_DATABASE, "postgres", "template0", "template1");
    private static final int LONGEST_NAME = 59;

    public MigrateSettings(
            @Nullable RepositorySettings repository,
            @Nullable Map<String, DatabaseSettings> databases,
            @Nullable String transport) {
        this.repository = repository == null ? RepositorySettings.EMBEDDED : repository;
        this.databases = databases == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(databases));
        this.transport = transport == null ? LOCAL : transport;
        if (!this.transport.equals(LOCAL)) {
            throw new IllegalArgumentException(
                    "transport must be local, the only one there is: write that, or nothing");
        }
        this.databases.forEach(MigrateSettings::checkName);
    }

    private static void checkName(String name, DatabaseSettings settings) {
        if (settings.url() == null && TAKEN.contains(name)) {
            throw new IllegalArgumentException("a database of the embedded PostgreSQL cannot be called \"" + name
                    + "\", which it uses itself: give it another name, or a url");
        }
        if (settings.url() == null && name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of the database \"" + name + "\" is too long: " + LONGEST_NAME
                    + " characters are the most");
        }
    }
}
