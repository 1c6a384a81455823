package dev.migrate.job.key;

import org.jspecify.annotations.Nullable;

/**
 * The keys above {@code lower} up to and including {@code upper}; {@code null} means without bound on that side. In which
 * order is the database's affair.
 */
public record KeyRange(@Nullable KeyValue lower, @Nullable KeyValue upper) {

    public static final KeyRange ALL = new KeyRange(null, null);

    public KeyRange {
        if (lower != null
                && upper != null
                && lower.parts().size() != upper.parts().size()) {
            throw new IllegalArgumentException("bounds of different keys: " + lower + ", " + upper);
        }
    }

    /** What is left of this range above {@code position}; all of it where {@code position} is null. */
    public KeyRange above(@Nullable KeyValue position) {
        return position == null ? this : new KeyRange(position, upper);
    }

    /** The part of this range that ends at {@code end}. */
    public KeyRange upTo(KeyValue end) {
        return new KeyRange(lower, end);
    }

    /** {@code (17, 42]}. */
    @Override
    public String toString() {
        return (lower == null ? "(-∞" : "(" + lower) + ", " + (upper == null ? "∞)" : upper + "]");
    }
}
