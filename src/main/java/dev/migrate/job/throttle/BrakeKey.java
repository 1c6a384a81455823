package dev.migrate.job.throttle;

import dev.migrate.job.Nearest;
import dev.migrate.job.UserMistake;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The brakes there are, by the keys under which they stand in a job file. */
public enum BrakeKey {
    ROWS_PER_SECOND,
    MAX_REPLICATION_LAG,
    MAX_WAL_PER_SECOND,
    MAX_ACTIVE_SESSIONS,
    HOLD_FOR_VACUUM,
    HOLD_FOR_LOCKS;

    /** As it stands in a job file: {@code rows-per-second}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The brake of a key.
     *
     * @throws UserMistake that names the nearest, if there is none
     */
    public static BrakeKey named(String key) {
        return Arrays.stream(values())
                .filter(brake -> brake.word().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(key));
    }

    private static UserMistake unknown(String key) {
        List<String> words = Arrays.stream(values()).map(BrakeKey::word).toList();
        return new UserMistake("there is no brake \"" + key + "\"; "
                + Nearest.to(key, words)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("known are " + String.join(", ", words)));
    }
}
