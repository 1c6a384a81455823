package dev.migrate.engine.accept;

/**
 * The worker threads, here and elsewhere, that found nothing to take from a run though it goes on, as of the last look. They are
 * only counted, so two may be given the same one; a part too many is taken by the next that is free. Thread-safe.
 */
public final class FreeHands {

    private int count;
    private long looks;

    synchronized void seen(int now) {
        count = now;
        looks++;
    }

    /** One of them is being given something. */
    public synchronized void taken() {
        count--;
    }

    /** Which look it was that found some; 0 if there are none. */
    public synchronized long look() {
        return count > 0 ? looks : 0;
    }
}
