package dev.migrate.engine.channel;

import java.util.List;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/** Where a manager puts its step execution requests. A request is a hint: losing, repeating or delaying one is harmless. */
public interface Offers extends AutoCloseable {

    /** How many more requests it would take now. */
    int room();

    /** Sends requests; never blocks for long. */
    void offer(List<StepExecutionRequest> requests);

    /** Lets go of what is left of them. */
    @Override
    void close();
}
