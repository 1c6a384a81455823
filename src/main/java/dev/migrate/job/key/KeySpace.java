package dev.migrate.job.key;

import java.util.List;

/**
 * Keys that are cut into partitions together: those of one table, or of the two tables of a comparison. The first side
 * gives the ordering and the database that the partitions are said to be on.
 */
public record KeySpace(List<RowSource> sides) {

    public KeySpace {
        sides = List.copyOf(sides);
        if (sides.isEmpty()) {
            throw new IllegalArgumentException("a key space needs a table");
        }
    }

    public RowSource first() {
        return sides.get(0);
    }

    public DatabaseName database() {
        return first().database();
    }
}
