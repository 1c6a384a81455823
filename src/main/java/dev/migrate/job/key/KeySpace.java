package dev.migrate.job.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are cut into partitions together: those of one table, or of the two tables of a comparison. The first side
 * gives the ordering and the database that the partitions are said to be on.
 *
 * @param indexed whether each side has an index that serves the order of the keys. Where one has not, each look at a range
 *     reads its whole table: partitions are cut so that each can be done as one page, and the ends of pages are not looked up
 * @param order what the order, and what is done with the rows, depends on besides the types of the keys, in words; null: on
 *     nothing. What was begun under one is not gone on with under another
 */
public record KeySpace(
        List<RowSource> sides, boolean indexed, @Nullable String order) {

    public KeySpace {
        sides = List.copyOf(sides);
        if (sides.isEmpty()) {
            throw new IllegalArgumentException("a key space needs a table");
        }
    }

    public KeySpace(List<RowSource> sides) {
        this(sides, true, null);
    }

    public RowSource first() {
        return sides.get(0);
    }

    /** Whether each side is walked along in the natural order of its key. */
    public boolean isNatural() {
        return sides.stream().allMatch(side -> side.key().isNatural());
    }

    public DatabaseName database() {
        return first().database();
    }
}
