package dev.migrate.web.live;

import dev.migrate.web.answer.Busy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What people look at now. Each thing is read once in a while however many look at it, and not at all when nobody does; while
 * it cannot be read, the last frame stands and a part {@value Watched#TROUBLE} says why. Thread-safe.
 */
public final class Broadcasts implements AutoCloseable {

    private static final int MOST_VIEWERS = 32;
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final ScheduledExecutorService threads;
    private final Duration interval;
    private final Map<String, Watched> watched = new HashMap<>();
    private CompletableFuture<?> empty = CompletableFuture.completedFuture(null);
    private int viewers;
    private boolean closed;

    /**
     * Nothing is watched yet.
     *
     * @param threads that read; closed by whoever made them
     * @param interval from one reading to the next
     */
    public Broadcasts(ScheduledExecutorService threads, Duration interval) {
        this.threads = threads;
        this.interval = interval;
    }

    /**
     * Lets one more look at something.
     *
     * @param topic what it is
     * @param reading reads it, if nobody looks at it yet
     * @throws Busy if too many look already
     */
    public synchronized Viewer join(String topic, Supplier<Frame> reading) {
        if (closed || viewers >= MOST_VIEWERS) {
            throw new Busy("as many pages as can be served are open already; close one of them");
        }
        if (viewers == 0) {
            empty = new CompletableFuture<>();
        }
        viewers++;
        Watched seen = watched.computeIfAbsent(topic, any -> new Watched(reading));
        return new Viewer(seen.join(interval, threads), () -> leave(topic, seen));
    }

    private synchronized void leave(String topic, Watched seen) {
        viewers--;
        if (seen.leave()) {
            watched.remove(topic, seen);
        }
        if (viewers == 0) {
            empty.complete(null);
        }
    }

    /** Shows everybody how things stand at the end, and sends them home. Waits for readings and viewers, but not long. */
    @Override
    public void close() {
        List<Watched> last = lastOnes();
        await(CompletableFuture.allOf(last.stream()
                .map(seen -> CompletableFuture.runAsync(seen::read, threads))
                .toArray(CompletableFuture<?>[]::new)));
        last.forEach(Watched::end);
        await(whenEmpty());
    }

    private synchronized List<Watched> lastOnes() {
        closed = true;
        return List.copyOf(watched.values());
    }

    private synchronized CompletableFuture<?> whenEmpty() {
        return empty;
    }

    private static void await(CompletableFuture<?> what) {
        what.completeOnTimeout(null, FAREWELL.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}
