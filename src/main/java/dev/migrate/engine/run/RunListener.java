package dev.migrate.engine.run;

import dev.migrate.job.PreparedJob;

/** Hears how a run gets on, on the thread that runs it. */
public interface RunListener {

    /** The job was found workable. */
    default void prepared(PreparedJob job) {}

    /** An execution has begun; {@code restart} if the instance had executions before. */
    void started(long execution, boolean restart);

    /** Something that a user should know, in a sentence. */
    void note(String sentence);

    /** Why nothing goes on at the moment, in a sentence. */
    void waits(String reason);

    /** Nothing goes on because somebody wants that; who, in a sentence. */
    default void paused(String reason) {
        waits(reason);
    }
}
