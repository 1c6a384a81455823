package dev.migrate.engine.channel;

import java.util.Set;

/** What brings work to the threads of one worker process. Thread-safe. */
public interface Intake extends AutoCloseable {

    /**
     * From now on brings the requests of these job instances and of no others. Called again whenever they have changed, and
     * whenever something may have begun to wait.
     */
    void serve(Set<Long> instances);

    /** Brings nothing more; returns when the threads have finished what they have in hand, or after a minute. */
    @Override
    void close();
}
