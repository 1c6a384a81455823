package dev.migrate.type.check;

import dev.migrate.job.key.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of a key that a rule returned.
 *
 * @param key as the table writes it
 * @param inPage whether a row of that key would be in the page
 * @param chosen whether the source's condition holds for the row; null if there is no such row
 */
record JudgedKey(KeyValue key, boolean inPage, @Nullable Boolean chosen) {

    /** Whether it is a row of the table that the job does not look at. */
    boolean isLeftOut() {
        return Boolean.FALSE.equals(chosen);
    }

    /** Whether it is one of the rows read. */
    boolean isRead() {
        return Boolean.TRUE.equals(chosen);
    }
}
