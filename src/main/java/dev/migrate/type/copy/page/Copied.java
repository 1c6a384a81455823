package dev.migrate.type.copy.page;

/**
 * What came of copying a range.
 *
 * @param counted how many rows of it the source counts, by its where
 * @param written how many rows the target reports as written
 */
public record Copied(long counted, long written) {

    static final Copied NOTHING = new Copied(0, 0);

    Copied plus(Copied more) {
        return new Copied(counted + more.counted, written + more.written);
    }
}
