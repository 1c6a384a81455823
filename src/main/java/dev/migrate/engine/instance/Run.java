package dev.migrate.engine.instance;

import org.jspecify.annotations.Nullable;

/**
 * A job instance as {@code migrate.run} knows it.
 *
 * @param number how often these parameters were begun anew: 1 for the first time
 * @param status of the last execution, as Spring Batch writes it; null before there is one
 * @param ended when that execution ended, in words; null if it did not
 * @param manager who runs it, or ran it last
 */
public record Run(
        long instance,
        int number,
        String definitionHash,
        @Nullable Long execution,
        @Nullable String status,
        @Nullable String ended,
        @Nullable String manager,
        @Nullable String managerSince,
        boolean planned,
        long epoch) {

    public boolean isComplete() {
        return "COMPLETED".equals(status);
    }

    /** Whether somebody has said that nobody is to go on with it. */
    public boolean isAbandoned() {
        return "ABANDONED".equals(status);
    }
}
