package dev.migrate.type.compare;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.check.CheckedRows;
import dev.migrate.type.compare.key.ServedKeys;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tables that together hold, on either side, the same rows.
 *
 * @param served whether each has an index that serves the order of its key
 * @param plain whether all of them are also tables or materialized views: then an index costs what it seems to
 * @param order what that order depends on; null: on nothing but the types of the keys
 */
record Matched(
        List<RowSource> sources,
        List<RowSource> targets,
        boolean served,
        boolean plain,
        @Nullable String order) {

    Matched {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
    }

    /** As many sources as targets are matched one by one, in order; else all sources together hold what all targets do. */
    static List<Matched> of(
            List<CheckedRows> sources, List<CheckedRows> targets, ServedKeys served, @Nullable String order) {
        return sources.size() == targets.size()
                ? IntStream.range(0, sources.size())
                        .mapToObj(i -> together(List.of(sources.get(i)), List.of(targets.get(i)), served, order))
                        .toList()
                : List.of(together(sources, targets, served, order));
    }

    private static Matched together(
            List<CheckedRows> sources, List<CheckedRows> targets, ServedKeys served, @Nullable String order) {
        boolean all = Stream.concat(sources.stream(), targets.stream()).allMatch(served::include);
        return new Matched(
                sources.stream().map(CheckedRows::rows).toList(),
                targets.stream().map(CheckedRows::rows).toList(),
                all,
                all && Stream.concat(sources.stream(), targets.stream()).allMatch(Matched::isPlain),
                order);
    }

    private static boolean isPlain(CheckedRows rows) {
        return switch (rows.table().shape().kind()) {
            case TABLE, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }

    KeySpace keySpace() {
        return new KeySpace(Stream.concat(sources.stream(), targets.stream()).toList(), served, order);
    }

    /** The database that the partitions are said to be on. */
    DatabaseName database() {
        return keySpace().database();
    }
}
