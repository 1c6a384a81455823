package dev.migrate.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row that was set aside because nothing could be done with it.
 *
 * @param key the key columns of the source and their values in the key's order, as in a {@link Finding}
 * @param error why, in words for the user; without passwords
 * @param attempts how often it was tried
 */
public record FailedRow(Map<String, Object> key, String error, int attempts) {

    public FailedRow {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        if (key.isEmpty() || attempts < 1) {
            throw new IllegalArgumentException("a row that failed has a key, and was tried");
        }
    }
}
