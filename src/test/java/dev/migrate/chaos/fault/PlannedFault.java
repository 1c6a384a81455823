package dev.migrate.chaos.fault;

import java.time.Duration;

/**
 * A fault that is to come.
 *
 * @param at after the begin
 * @param whom which of those it may hit, counted round and round
 * @param length how long until it is made good
 */
public record PlannedFault(Duration at, FaultKind kind, int whom, Duration length) {

    public PlannedFault {
        if (at.isNegative() || whom < 0 || length.isNegative()) {
            throw new IllegalArgumentException("no such fault: " + at + ", " + whom + ", " + length);
        }
    }
}
