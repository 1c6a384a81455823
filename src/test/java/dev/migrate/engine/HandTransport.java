package dev.migrate.engine;

import dev.migrate.engine.channel.Intake;
import dev.migrate.engine.channel.Offers;
import dev.migrate.engine.channel.RequestHandler;
import dev.migrate.engine.channel.RequestTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/** A channel between processes on which a request comes when a test wants it to, and as often. Thread-safe. */
public final class HandTransport implements RequestTransport {

    /** The word for it. */
    public static final String NAME = "hand";

    private final BlockingQueue<StepExecutionRequest> coming = new LinkedBlockingQueue<>();
    private final List<StepExecutionRequest> offered = new CopyOnWriteArrayList<>();
    private final List<StepExecutionRequest> handled = new CopyOnWriteArrayList<>();

    /** What becomes of a request that a manager offers. */
    public volatile Consumer<StepExecutionRequest> offers = this::deliver;

    /** What else a worker does when it has handled a request. */
    public volatile Consumer<RequestHandler> afterEach = worker -> {};

    /** Some worker gets the request. */
    public void deliver(StepExecutionRequest request) {
        coming.add(request);
    }

    public List<StepExecutionRequest> offered() {
        return List.copyOf(offered);
    }

    public List<StepExecutionRequest> handled() {
        return List.copyOf(handled);
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
                return 1_000;
            }

            @Override
            public void offer(List<StepExecutionRequest> requests) {
                offered.addAll(requests);
                requests.forEach(offers);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Intake intake(int threads, RequestHandler worker) {
        return new Hands(threads, worker);
    }

    private final class Hands implements Intake {

        private final RequestHandler worker;
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean closed;

        Hands(int count, RequestHandler worker) {
            this.worker = worker;
            for (int i = 1; i <= count; i++) {
                Thread thread = new Thread(this::handleAll, "hand-" + i);
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            }
        }

        private void handleAll() {
            try {
                while (!closed) {
                    StepExecutionRequest request = coming.poll(50, TimeUnit.MILLISECONDS);
                    if (request != null) {
                        worker.handle(request);
                        afterEach.accept(worker);
                        handled.add(request);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void serve(Set<Long> instances) {}

        @Override
        public void close() {
            closed = true;
            try {
                for (Thread thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
