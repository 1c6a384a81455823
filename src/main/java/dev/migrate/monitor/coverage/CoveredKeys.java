package dev.migrate.monitor.coverage;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The ranges that partitions on one database were done in.
 *
 * @param database that the partitions are said to be on
 * @param from the key above which the first one begins; null: before everything
 * @param to where the last one ends: the greatest key there was when it was opened; null: there was none, or it was not opened
 * @param tiled whether they join without gap or overlap from before everything, and each was done to its end
 */
public record CoveredKeys(
        DatabaseName database,
        long partitions,
        @Nullable KeyValue from,
        @Nullable KeyValue to,
        boolean tiled) {}
