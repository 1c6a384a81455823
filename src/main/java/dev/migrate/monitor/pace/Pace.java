package dev.migrate.monitor.pace;

import org.jspecify.annotations.Nullable;

/**
 * How fast a run gets on, in what it is measured by: rows, or partitions where the job has no table.
 *
 * @param perSecond over the last half minute; null: the run does not go on, or has not for a second yet
 * @param eta null where there is no total or no rate, or the run is held
 */
public record Pace(@Nullable Double perSecond, @Nullable Eta eta) {

    public static final Pace UNKNOWN = new Pace(null, null);
}
