package dev.migrate.cli.steer;

import dev.migrate.steering.Steered;
import dev.migrate.steering.Steering;
import java.util.Locale;

/** What a command asks of a run that needs no more words. */
public enum Wish {
    STOP("Have a run finish the pages in hand and end as stopped."),
    PAUSE("Have a run finish the pages in hand and begin nothing new."),
    RESUME("Let a run that is paused go on."),
    ABANDON("End a run whose manager is gone, so that nobody goes on with it.");

    private final String description;

    Wish(String description) {
        this.description = description;
    }

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    Steered of(Steering steering, long execution, String by) {
        return switch (this) {
            case STOP -> steering.stop(execution, by);
            case PAUSE -> steering.pause(execution, by);
            case RESUME -> steering.resume(execution, by);
            case ABANDON -> steering.abandon(execution, by);
        };
    }
}
