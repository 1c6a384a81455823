package dev.migrate.monitor.coverage;

import dev.migrate.job.key.DatabaseName;
import org.jspecify.annotations.Nullable;

/**
 * A database that a run used.
 *
 * @param name its own, on its server
 * @param systemIdentifier of the server's cluster
 * @param serverVersion as {@code server_version_num}; null if it was not noted
 */
public record KnownDatabase(
        DatabaseName database,
        String name,
        String systemIdentifier,
        @Nullable Integer serverVersion) {}
