package dev.migrate.type.compare.row;

import dev.migrate.job.key.KeyValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key whose rows seem to differ.
 *
 * @param seen tells the values that they had at the last look; null before the first one
 * @param since the look, counted from 0, at which they were first seen so
 */
record Suspect(KeyValue key, @Nullable UUID seen, int since) {

    static Suspect unseen(KeyValue key) {
        return new Suspect(key, null, 0);
    }

    /** The same after another look. */
    Suspect seenAs(UUID values, int look) {
        return values.equals(seen) ? this : new Suspect(key, values, look);
    }

    boolean wasSeen() {
        return seen != null;
    }

    /** Whether these are other values than those of the last look, if there was one. */
    boolean hasMoved(UUID values) {
        return seen != null && !seen.equals(values);
    }
}
