package dev.migrate.monitor.worker;

import dev.migrate.job.key.DatabaseName;
import org.jspecify.annotations.Nullable;

/**
 * A brake that holds a live worker back now.
 *
 * @param database null: it holds the whole run, as a pause does
 * @param brake by its key in a job file
 * @param seconds for so long, by the server's clock
 */
public record Brake(
        @Nullable DatabaseName database, String brake, String reason, double seconds, String host, long pid) {}
