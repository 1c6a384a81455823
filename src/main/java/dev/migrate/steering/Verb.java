package dev.migrate.steering;

import java.util.Locale;

/** What can be asked of a run, as the log has it. */
enum Verb {
    STOP,
    PAUSE,
    RESUME,
    ABANDON,
    THROTTLE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
