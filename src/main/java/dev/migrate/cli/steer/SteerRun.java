package dev.migrate.cli.steer;

import dev.migrate.cli.display.Console;
import dev.migrate.engine.presence.ProcessName;
import dev.migrate.steering.BrakeChanges;
import dev.migrate.steering.Steered;
import dev.migrate.steering.Steering;
import java.util.List;

/** Asks something of a run, in the name of whoever typed it, and says what came of it. */
public final class SteerRun {

    private static final int CANNOT = 1;

    private final Steering steering;
    private final Console console;

    public SteerRun(Steering steering, Console console) {
        this.steering = steering;
        this.console = console;
    }

    /** Returns the exit code: 1 if it cannot be. */
    public int ask(Wish wish, long execution) {
        return told(wish.of(steering, execution, user()));
    }

    /** Likewise, to set brakes; each word is {@code key=value}. */
    public int throttle(long execution, List<String> words) {
        return told(steering.throttle(execution, BrakeChanges.of(words), user()));
    }

    private int told(Steered steered) {
        if (steered instanceof Steered.Refused refused) {
            console.err().println(refused.sentence());
            return CANNOT;
        }
        console.out().println(steered.sentence());
        return 0;
    }

    private static String user() {
        return System.getProperty("user.name") + "@" + ProcessName.here().host();
    }
}
