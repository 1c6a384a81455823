package dev.migrate.job.key;

import java.util.List;

/** One row's key: the text PostgreSQL gives each key column, in the key's order. Compared only by the database. */
public record KeyValue(List<String> parts) {

    public KeyValue {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a key value needs a part");
        }
    }

    public static KeyValue of(String... parts) {
        return new KeyValue(List.of(parts));
    }

    public static KeyValue of(long id) {
        return of(Long.toString(id));
    }

    /**
     * The value of an integer key.
     *
     * @throws NumberFormatException if the key is something else
     */
    public long asLong() {
        if (parts.size() != 1) {
            throw new NumberFormatException("not an integer key: " + this);
        }
        return Long.parseLong(parts.get(0));
    }

    /** {@code 17}, or {@code (17, abc)}. */
    @Override
    public String toString() {
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
    }
}
