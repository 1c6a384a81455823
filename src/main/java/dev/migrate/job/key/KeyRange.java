package dev.migrate.job.key;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys above {@code lower} up to and including {@code upper}; {@code null} means without bound on that side. In which
 * order is the database's affair.
 *
 * @param closed whether {@code lower} itself is among them
 */
public record KeyRange(@Nullable KeyValue lower, @Nullable KeyValue upper, boolean closed) {

    public static final KeyRange ALL = new KeyRange(null, null);

    public KeyRange {
        if (lower != null
                && upper != null
                && lower.parts().size() != upper.parts().size()) {
            throw new IllegalArgumentException("bounds of different keys: " + lower + ", " + upper);
        }
        if (closed && lower == null) {
            throw new IllegalArgumentException("a range without lower bound cannot have it among its keys");
        }
    }

    public KeyRange(@Nullable KeyValue lower, @Nullable KeyValue upper) {
        this(lower, upper, false);
    }

    /** One key and no other. */
    public static KeyRange of(KeyValue key) {
        return new KeyRange(key, key, true);
    }

    /** What is stored as two bounds: two that are equal stand for one key. */
    public static KeyRange between(@Nullable KeyValue lower, @Nullable KeyValue upper) {
        return lower != null && lower.equals(upper) ? of(lower) : new KeyRange(lower, upper);
    }

    /** Whether this is one key and no other. */
    public boolean isOneKey() {
        return closed && Objects.equals(lower, upper);
    }

    /** What is left of this range above {@code position}; all of it where {@code position} is null. */
    public KeyRange above(@Nullable KeyValue position) {
        return position == null ? this : new KeyRange(position, upper);
    }

    /** The part of this range that ends at {@code end}. */
    public KeyRange upTo(KeyValue end) {
        return new KeyRange(lower, end, closed);
    }

    /** {@code (17, 42]}. */
    @Override
    public String toString() {
        return (lower == null ? "(-∞" : (closed ? "[" : "(") + lower) + ", " + (upper == null ? "∞)" : upper + "]");
    }
}
