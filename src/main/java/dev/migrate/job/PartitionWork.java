package dev.migrate.job;

/**
 * A partition opened by one worker thread, to be worked on page by page or in one go. Not thread-safe; a crash leaves nothing behind that
 * {@link #close} would mend.
 */
public sealed interface PartitionWork extends AutoCloseable permits PageWork, TargetWork, WholeWork {

    @Override
    default void close() {}
}
