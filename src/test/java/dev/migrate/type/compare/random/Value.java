package dev.migrate.type.compare.random;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A value of some type.
 *
 * @param id the same for equal values, and only for these
 * @param written ways to write it as a literal; null is written null
 */
record Value(String id, List<@Nullable String> written) {

    static final Value NULL = new Value("null of SQL", Collections.singletonList(null));

    static Value of(String id, String... written) {
        return new Value(id, Arrays.asList(written));
    }

    /** One that can be written in one way only. */
    static Value of(String text) {
        return of(text, text);
    }

    /** A literal of it. */
    String literal(Random random) {
        String text = written.get(random.nextInt(written.size()));
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
