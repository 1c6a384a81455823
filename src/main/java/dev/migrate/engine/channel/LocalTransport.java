package dev.migrate.engine.channel;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.integration.channel.ExecutorChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** An executor channel in this JVM: as many threads as workers, a bounded window of requests before them. */
public final class LocalTransport implements RequestTransport {

    /** The word for it. */
    public static final String NAME = "local";

    private static final Logger LOG = LoggerFactory.getLogger(LocalTransport.class);
    private static final int WINDOW = 1_000;

    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    private final ExecutorChannel channel = new ExecutorChannel(threads);
    private final Runnable runsLow;
    private volatile Set<Long> served = Set.of();
    private volatile boolean open;

    /** @param runsLow called when few requests are left, or a run has just come to be served, so that more can be offered in time */
    public LocalTransport(Runnable runsLow) {
        this.runsLow = runsLow;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Offers offers(long instance) {
        return new Offers() {
            @Override
            public int room() {
                return open && served.contains(instance)
                        ? threads.getThreadPoolExecutor().getQueue().remainingCapacity()
                        : 0;
            }

            @Override
            public void offer(List<StepExecutionRequest> requests) {
                try {
                    requests.forEach(request -> channel.send(new GenericMessage<>(request)));
                } catch (MessagingException e) {
                    LOG.debug("The workers are just leaving", e);
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Intake intake(int workers, RequestHandler handler) {
        MessageHandler worker = message -> {
            handler.handle((StepExecutionRequest) message.getPayload());
            tellWhenLow();
        };
        channel.subscribe(worker);
        begin(workers);
        return new Intake() {
            @Override
            public void serve(Set<Long> instances) {
                if (!served.equals(instances)) {
                    served = Set.copyOf(instances);
                    runsLow.run();
                }
            }

            @Override
            public void close() {
                open = false;
                served = Set.of();
                threads.getThreadPoolExecutor().getQueue().clear();
                threads.shutdown();
                channel.unsubscribe(worker);
            }
        };
    }

    private void begin(int workers) {
        threads.setThreadNamePrefix("worker-");
        threads.setCorePoolSize(workers);
        threads.setMaxPoolSize(workers);
        threads.setQueueCapacity(WINDOW);
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(60);
        threads.initialize();
        open = true;
    }

    private void tellWhenLow() {
        int waiting = threads.getThreadPoolExecutor().getQueue().size();
        if (waiting == WINDOW / 4 || waiting == 0) {
            runsLow.run();
        }
    }
}
