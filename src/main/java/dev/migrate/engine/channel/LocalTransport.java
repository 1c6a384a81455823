package dev.migrate.engine.channel;

import java.util.function.Consumer;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.integration.channel.ExecutorChannel;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** An executor channel in this JVM: as many threads as workers, a bounded window of requests before them. */
public final class LocalTransport implements RequestTransport {

    private static final int WINDOW = 1_000;

    private final ThreadPoolTaskExecutor threads;
    private final ExecutorChannel channel;
    private final Runnable runsLow;

    /**
     * A transport to threads of its own.
     *
     * @param runsLow called when a worker has finished and few requests are left, so that more can be offered in time
     */
    public LocalTransport(int workers, Consumer<StepExecutionRequest> worker, Runnable runsLow) {
        this.runsLow = runsLow;
        this.threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("worker-");
        threads.setCorePoolSize(workers);
        threads.setMaxPoolSize(workers);
        threads.setQueueCapacity(WINDOW);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(60);
        threads.initialize();
        this.channel = new ExecutorChannel(threads);
        channel.subscribe(message -> {
            worker.accept((StepExecutionRequest) message.getPayload());
            tellWhenLow();
        });
    }

    @Override
    public int room() {
        return threads.getThreadPoolExecutor().getQueue().remainingCapacity();
    }

    @Override
    public void offer(StepExecutionRequest request) {
        channel.send(new GenericMessage<>(request));
    }

    @Override
    public void close() {
        threads.getThreadPoolExecutor().getQueue().clear();
        threads.shutdown();
    }

    private void tellWhenLow() {
        int waiting = threads.getThreadPoolExecutor().getQueue().size();
        if (waiting == WINDOW / 4 || waiting == 0) {
            runsLow.run();
        }
    }
}
