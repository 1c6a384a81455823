package dev.migrate.engine.channel;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Threads that take partitions for as long as there are some, and then rest until they are told that there may be more. */
final class TakingThreads implements Intake {

    private static final long PATIENCE_SECONDS = 60;

    private final RequestHandler handler;
    private final Semaphore calls = new Semaphore(0);
    private final CountDownLatch atWork;
    private final int count;
    private volatile boolean closed;

    TakingThreads(int count, RequestHandler handler) {
        this.count = count;
        this.handler = handler;
        this.atWork = new CountDownLatch(count);
        for (int i = 1; i <= count; i++) {
            Thread thread = new Thread(this::takeUntilClosed, "worker-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void takeUntilClosed() {
        try {
            while (!closed) {
                if (!handler.takeNext()) {
                    calls.acquire();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atWork.countDown();
        }
    }

    @Override
    public void serve(Set<Long> instances) {
        calls.drainPermits();
        calls.release(count);
    }

    @Override
    public void close() {
        closed = true;
        calls.release(count);
        try {
            boolean unused = atWork.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
