package dev.migrate.database.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where the repository is: {@code migrate.repository}.
 *
 * @param url a JDBC URL; null if the repository lives in the embedded server
 */
public record RepositorySettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    /** The repository of someone who says nothing about it. */
    public static final RepositorySettings EMBEDDED = new RepositorySettings(null, null, null);

    /** The database of the embedded server that holds it. */
    public static final String EMBEDDED_DATABASE = "migrate";

    public RepositorySettings {
        ServerUrl.check(url, username, password);
    }

    @Override
    public String toString() {
        return "RepositorySettings[" + ServerUrl.describe(url) + "]";
    }
}
