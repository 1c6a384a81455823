package dev.migrate.database.settings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Name;

/**
 * What {@code config/application.yml} says under {@code migrate}.
 *
 * @param databases in the file's order, by the names that jobs use
 * @param transport how partitions reach the workers
 * @param patience how long a run or a worker waits for a database that is away
 * @param notices who is told when a run ends or needs somebody: {@code notify}; null: nobody
 */
public record MigrateSettings(
        RepositorySettings repository,
        Map<String, DatabaseSettings> databases,
        String transport,
        Duration patience,
        @Nullable NotifySettings notices,
        DashboardSettings dashboard) {

    private static final String POSTGRES = "postgres";
    private static final Set<String> TRANSPORTS = Set.of(POSTGRES, "local", "rabbitmq");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Set<String> TAKEN =
            Set.of(RepositorySettings.EMBEDDED_DATABASE, "postgres", "template0", "template1");
    private static final int LONGEST_NAME = 59;

    public MigrateSettings(
            @Nullable RepositorySettings repository,
            @Nullable Map<String, DatabaseSettings> databases,
            @Nullable String transport,
            @Nullable Duration patience,
            @Name("notify") @Nullable NotifySettings notices,
            @Nullable DashboardSettings dashboard) {
        this.repository = repository == null ? RepositorySettings.EMBEDDED : repository;
        this.databases = databases == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(databases));
        this.transport = transport == null ? POSTGRES : transport;
        this.patience = patience == null ? PATIENCE : patience;
        this.notices = notices;
        this.dashboard = dashboard == null ? DashboardSettings.DEFAULT : dashboard;
        if (!TRANSPORTS.contains(this.transport)) {
            throw new IllegalArgumentException("transport must be postgres, local or rabbitmq, not \"" + this.transport
                    + "\": leave it out for postgres");
        }
        if (this.patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative: say how long to wait, as in 60s");
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
