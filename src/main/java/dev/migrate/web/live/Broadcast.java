package dev.migrate.web.live;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** The newest frame of what several look at. Who is slow misses frames and holds up nobody. Thread-safe. */
final class Broadcast {

    /**
     * The newest frame at some moment.
     *
     * @param number higher for each frame
     * @param over whether there will be no other
     */
    record Newest(long number, Frame frame, boolean over) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Newest newest = new Newest(0, Frame.EMPTY, false);

    void publish(Frame frame) {
        change(last -> new Newest(last.number() + 1, frame, false));
    }

    /** Shows the newest frame again, with another part. */
    void add(String part, String json) {
        change(last -> new Newest(last.number() + 1, last.frame().with(part, json), false));
    }

    /** Lets nobody wait for another frame. */
    void end() {
        change(last -> new Newest(last.number(), last.frame(), true));
    }

    private void change(UnaryOperator<Newest> change) {
        lock.lock();
        try {
            if (!newest.over()) {
                newest = change.apply(newest);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The newest frame as soon as there is one beyond a number; the one there is when that takes too long. */
    Newest beyond(long number, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (newest.number() <= number && !newest.over() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return newest;
        } finally {
            lock.unlock();
        }
    }
}
