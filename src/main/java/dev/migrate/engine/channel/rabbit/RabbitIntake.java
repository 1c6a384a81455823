package dev.migrate.engine.channel.rabbit;

import dev.migrate.engine.channel.Intake;
import dev.migrate.engine.channel.RequestHandler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.messaging.Message;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Takes requests from the queues of the job instances that are served. Each queue has one request waiting here at most, in
 * the order of arrival, and it is acknowledged when a thread takes it: so the queues take turns, and what other processes
 * could do is left to them. Thread-safe.
 */
final class RabbitIntake implements Intake {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitIntake.class);

    private final RequestHandler handler;
    private final LongFunction<RequestQueue> queues;
    private final Subscriptions subscriptions;
    private final ThreadPoolTaskExecutor threads;
    private final Duration longestWait;
    private final Set<RequestQueue> served = new HashSet<>();
    private volatile boolean closed;

    /** @param longestWait how long a request may wait here for a thread; then it is dropped */
    RabbitIntake(
            Broker broker,
            LongFunction<RequestQueue> queues,
            int threads,
            RequestHandler handler,
            Duration longestWait) {
        this.longestWait = longestWait;
        this.handler = handler;
        this.queues = queues;
        this.threads = threads(threads);
        this.subscriptions = new Subscriptions(broker, this::received);
    }

    private static ThreadPoolTaskExecutor threads(int threads) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("worker-");
        executor.setCorePoolSize(threads);
        executor.setMaxPoolSize(threads);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(60);
        executor.initialize();
        return executor;
    }

    @Override
    public synchronized void serve(Set<Long> instances) {
        Set<RequestQueue> wanted =
                closed ? Set.of() : instances.stream().map(queues::apply).collect(Collectors.toSet());
        Set<RequestQueue> unwanted = without(served, wanted);
        unwanted.forEach(subscriptions::remove);
        served.removeAll(unwanted);
        without(wanted, served).stream().filter(subscriptions::add).forEach(served::add);
    }

    private static Set<RequestQueue> without(Set<RequestQueue> queues, Set<RequestQueue> others) {
        return queues.stream().filter(queue -> !others.contains(queue)).collect(Collectors.toSet());
    }

    private void received(Message<?> message) {
        Delivery delivery = new Delivery(message);
        if (!(message.getPayload() instanceof StepExecutionRequest request)) {
            LOG.debug("What is no request is dropped: {}", message.getPayload());
            delivery.take();
            return;
        }
        Runnable work = () -> {
            if (!closed && delivery.take()) {
                handler.handle(request);
            }
        };
        delivery.dropAfter(longestWait, () -> threads.getThreadPoolExecutor().remove(work));
        threads.execute(work);
    }

    @Override
    public void close() {
        closed = true;
        serve(Set.of());
        subscriptions.close();
        threads.getThreadPoolExecutor().getQueue().clear();
        threads.shutdown();
    }
}
