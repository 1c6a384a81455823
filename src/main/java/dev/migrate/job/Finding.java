package dev.migrate.job;

import dev.migrate.job.key.DatabaseName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with one row.
 *
 * @param key the key columns and their values in the key's order: a {@code Long} for an integer column, else the text
 * @param rule the rule that a {@link Kind#BROKEN} row breaks
 * @param columns what differs, column by column: values under the names of the sides, {@code source} and {@code target}
 */
public record Finding(
        DatabaseName database,
        Map<String, Object> key,
        Kind kind,
        @Nullable String rule,
        Map<String, Map<String, @Nullable String>> columns) {

    /** How a row is wrong. */
    public enum Kind {
        /** In the source only. */
        MISSING,
        /** In the target only. */
        EXTRA,
        /** In both, with other values. */
        DIFFERENT,
        /** Breaks a rule. */
        BROKEN;

        /** The word that users see and that is stored. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a finding needs a key");
        }
    }
}
