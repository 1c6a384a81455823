package dev.migrate.engine.braking;

import dev.migrate.engine.accept.FreeHands;
import dev.migrate.engine.accept.Steering;
import dev.migrate.engine.brake.Hold;

/** What the work on a partition goes by while it lasts, and hears of it. Thread-safe. */
public interface Orders {

    /** Whether this process may no longer work. */
    boolean mustStop();

    /** Whether, as far as this process knows, the run has not been stopped. */
    boolean runGoesOn();

    /** What people ask of the run. */
    default Steering steering() {
        return Steering.NONE;
    }

    /** Whether others have nothing to do. */
    default FreeHands freeHands() {
        return new FreeHands();
    }

    /** Something holds the work back now; said again and again while it does. */
    default void held(Hold hold) {}
}
