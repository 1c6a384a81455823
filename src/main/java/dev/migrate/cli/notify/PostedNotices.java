package dev.migrate.cli.notify;

import dev.migrate.cli.display.Console;
import dev.migrate.job.Outcome;
import dev.migrate.job.Pause;
import dev.migrate.monitor.Progress;
import dev.migrate.monitor.json.NoticeJson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts each notice to an address, one after the other, on a thread of its own. What cannot be delivered is told on stderr.
 * Closing it waits for what is under way, as long as one delivery may take. Thread-safe. A crash loses what was not delivered.
 */
public final class PostedNotices implements Notices, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostedNotices.class);

    private final Delivery delivery;
    private final LongFunction<Progress> readings;
    private final Console console;
    private final Recently recently;
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), PostedNotices::daemon);

    /**
     * Nothing is posted yet.
     *
     * @param timeout how long an attempt to deliver may take
     * @param readings tells how far an execution is
     */
    public PostedNotices(
            URI address, Duration timeout, LongFunction<Progress> readings, Console console, Clock clock, Pause pause) {
        this.delivery = new Delivery(address, timeout, pause);
        this.readings = readings;
        this.console = console;
        this.recently = new Recently(clock);
    }

    @Override
    public synchronized void needsSomeone(long execution, String sentence) {
        if (recently.isNews(sentence)) {
            thread.execute(() -> post(Event.NEEDS_SOMEONE, execution, sentence));
        }
    }

    @Override
    public void ended(Outcome outcome) {
        // What it needed meanwhile is of no use any more.
        thread.getQueue().clear();
        Event event = outcome instanceof Outcome.Failed ? Event.NEEDS_SOMEONE : Event.ENDED;
        thread.execute(() -> post(event, outcome.execution(), outcome.sentence()));
    }

    private void post(Event event, long execution, String sentence) {
        try {
            delivery.deliver(json(event, execution, sentence)).ifPresent(this::tell);
        } catch (InterruptedException e) {
            tell("it has not answered before the end of this process");
            Thread.currentThread().interrupt();
        }
    }

    private String json(Event event, long execution, String sentence) {
        try {
            return NoticeJson.of(readings.apply(execution), event.word(), sentence);
        } catch (RuntimeException e) {
            LOG.debug("No reading for a notice", e);
            return NoticeJson.withoutReading(execution, event.word(), sentence);
        }
    }

    private void tell(String trouble) {
        console.err().println("The notice for migrate.notify.url was not delivered: " + trouble + ".");
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(delivery.longest().toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "notices");
        thread.setDaemon(true);
        return thread;
    }
}
