package dev.migrate.engine.channel;

import org.springframework.batch.integration.partition.StepExecutionRequest;

/** A worker, as the channel knows it. Thread-safe; called on each of the channel's threads. */
public interface RequestHandler {

    /** Works on what is asked for, if it is still to be had. Throws nothing: what goes wrong is written down, or left to be found. */
    void handle(StepExecutionRequest request);

    /** Takes the next partition that waits, whichever it is, and works on it; false if there is none. Throws nothing. */
    boolean takeNext();
}
