package dev.migrate.steering;

import dev.migrate.job.throttle.BrakeKey;
import dev.migrate.job.throttle.BrakeText;

/** What one brake of a run is to be from now on. */
public sealed interface BrakeChange {

    BrakeKey brake();

    /** Set or lifted by hand, whatever the job file says. */
    record ByHand(BrakeText text) implements BrakeChange {

        @Override
        public BrakeKey brake() {
            return text.brake();
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** What the job file says. */
    record AsDefined(BrakeKey brake) implements BrakeChange {

        @Override
        public String toString() {
            return brake.word() + "=" + DEFAULT;
        }
    }

    /** The word for what the job file says. */
    String DEFAULT = "default";

    /**
     * Reads {@code key=value}, where the value may be {@code none} or {@code default}.
     *
     * @throws dev.migrate.job.UserMistake if there is no such brake, or it cannot be set to that
     */
    static BrakeChange of(String word) {
        int equals = word.indexOf('=');
        return equals > 0 && word.substring(equals + 1).strip().equals(DEFAULT)
                ? new AsDefined(BrakeKey.named(word.substring(0, equals).strip()))
                : new ByHand(BrakeText.of(word));
    }
}
