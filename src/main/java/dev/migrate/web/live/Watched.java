package dev.migrate.web.live;

import dev.migrate.web.answer.ErrorJson;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that people look at, read once in a while until nothing changes any more. Thread-safe. */
final class Watched {

    static final String TROUBLE = "trouble";
    static final String ENDED = "ended";

    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);
    private static final String AWAY =
            ErrorJson.of("the repository does not answer; what is shown is what it was then");

    private final Broadcast broadcast = new Broadcast();
    private final Supplier<Frame> reading;
    private @Nullable Future<?> readings;
    private int viewers;

    Watched(Supplier<Frame> reading) {
        this.reading = reading;
    }

    /** Takes one more in, who sees it as it is now. */
    synchronized Broadcast join(Duration interval, ScheduledExecutorService threads) {
        viewers++;
        if (readings == null || readings.isDone()) {
            readings = threads.scheduleWithFixedDelay(this::read, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
        return broadcast;
    }

    /** Lets one go; returns whether that was the last. */
    synchronized boolean leave() {
        viewers--;
        if (viewers == 0) {
            rest();
        }
        return viewers == 0;
    }

    private synchronized void rest() {
        if (readings != null) {
            readings.cancel(false);
        }
    }

    void read() {
        try {
            Frame frame = reading.get();
            if (frame.last()) {
                rest();
            }
            broadcast.publish(frame.with(TROUBLE, "null").with(ENDED, Boolean.toString(frame.last())));
        } catch (RuntimeException e) {
            LOG.debug("No reading", e);
            broadcast.add(TROUBLE, AWAY);
        }
    }

    /** Sends everybody home. */
    void end() {
        broadcast.end();
    }
}
