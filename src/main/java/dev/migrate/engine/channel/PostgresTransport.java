package dev.migrate.engine.channel;

import java.util.List;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/**
 * The repository itself: the partitions are rows, so that nothing needs to be sent. Workers take the next one that waits,
 * woken by NOTIFY. There is no queue to run, and nothing to purge.
 */
public final class PostgresTransport implements RequestTransport {

    /** The word for it. */
    public static final String NAME = "postgres";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Offers offers(long instance) {
        return new Offers() {
            @Override
            public int room() {
                return 0;
            }

            @Override
            public void offer(List<StepExecutionRequest> requests) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public Intake intake(int threads, RequestHandler handler) {
        return new TakingThreads(threads, handler);
    }
}
