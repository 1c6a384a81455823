package dev.migrate.job;

/** How many rows were counted on each side of a job that has two. */
public record SideRows(long source, long target) {

    public SideRows {
        if (source < 0 || target < 0) {
            throw new IllegalArgumentException("there cannot be %d and %d rows".formatted(source, target));
        }
    }
}
