package dev.migrate.database.settings;

import dev.migrate.job.throttle.Throttle;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code migrate.databases}.
 *
 * @param url a JDBC URL; null if the database lives in the embedded server
 * @param initScript SQL that is run once when the embedded database is made; relative to the config directory
 * @param maxWorkers how many partitions that need the database may be in work at once, on all machines; null: any number
 * @param throttle the brakes of all runs that use it
 */
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String initScript,
        @Nullable Integer maxWorkers,
        Throttle throttle) {

    public DatabaseSettings(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @Nullable String initScript,
            @Nullable Integer maxWorkers,
            @Nullable Throttle throttle) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.initScript = initScript;
        this.maxWorkers = maxWorkers;
        this.throttle = throttle == null ? Throttle.NONE : throttle;
        ServerUrl.check(url, username, password);
        if (url != null && initScript != null) {
            throw new IllegalArgumentException(
                    "init-script is only for a database of the embedded PostgreSQL, and this one"
                            + " has a url: leave out one of them");
        }
        if (maxWorkers != null && maxWorkers < 1) {
            throw new IllegalArgumentException(
                    "max-workers must be 1 or more, not " + maxWorkers + ": leave it out for any number");
        }
    }

    /** An entry without keys, {@code scratch:}, which reaches the binder as an empty text: an empty embedded database. */
    public static DatabaseSettings of(String text) {
        if (!text.isBlank()) {
            throw new IllegalArgumentException("a database is described by keys such as url, not by a text");
        }
        return new DatabaseSettings(null, null, null, null, null, null);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + ServerUrl.describe(url) + ", initScript=" + initScript + ", maxWorkers="
                + maxWorkers + ", throttle=" + throttle + "]";
    }
}
