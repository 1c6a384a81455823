package dev.migrate.job.throttle;

import dev.migrate.job.UserMistake;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A brake as somebody sets it by hand, checked: {@code rows-per-second=500}, or {@code rows-per-second=none} to lift it.
 *
 * @param value as a job file would have it; empty: the brake is lifted
 */
public record BrakeText(BrakeKey brake, Optional<String> value) {

    private static final String LIFTED = "none";

    public BrakeText {
        Throttle.NONE.set(brake, value.orElse(null));
    }

    /**
     * Reads {@code key=value}.
     *
     * @throws UserMistake with a sentence, if there is no such brake or it cannot be set to that
     */
    public static BrakeText of(String keyAndValue) {
        int equals = keyAndValue.indexOf('=');
        if (equals < 1) {
            throw new UserMistake("\"" + keyAndValue + "\" sets no brake; write it like rows-per-second=500, or"
                    + " rows-per-second=none to lift it");
        }
        String value = keyAndValue.substring(equals + 1).strip();
        return of(keyAndValue.substring(0, equals).strip(), value.equals(LIFTED) ? null : value);
    }

    /**
     * A key and what is set for it; null: lifted.
     *
     * @throws UserMistake likewise
     */
    public static BrakeText of(String key, @Nullable String value) {
        try {
            return new BrakeText(BrakeKey.named(key), Optional.ofNullable(value));
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return brake.word() + "=" + value.orElse(LIFTED);
    }
}
