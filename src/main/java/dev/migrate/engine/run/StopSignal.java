package dev.migrate.engine.run;

/** A wish to stop, from any thread: pages in hand are finished, the rest is left for the next time. Cannot be taken back. */
public final class StopSignal {

    private final Wakeup wakeup;
    private volatile boolean requested;

    public StopSignal(Wakeup wakeup) {
        this.wakeup = wakeup;
    }

    public void request() {
        requested = true;
        wakeup.wake();
    }

    public boolean isRequested() {
        return requested;
    }
}
