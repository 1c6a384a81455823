package dev.migrate.engine.channel;

import org.springframework.batch.integration.partition.StepExecutionRequest;

/**
 * Brings step execution requests to workers. A request is a hint: losing, repeating or delaying one is harmless. Thread-safe.
 */
public interface RequestTransport extends AutoCloseable {

    /** How many more requests it would take now. */
    int room();

    /** Sends a request; never blocks for long. */
    void offer(StepExecutionRequest request);

    /** Stops bringing requests; returns when this process's workers have finished what they have in hand, or after a minute. */
    @Override
    void close();
}
