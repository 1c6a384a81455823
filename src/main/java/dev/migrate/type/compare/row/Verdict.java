package dev.migrate.type.compare.row;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.KeyValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param kind {@code MISSING}, {@code EXTRA} or {@code DIFFERENT}
 * @param source the row there; null if it is extra
 * @param target the row there; null if it is missing
 */
public record Verdict(
        KeyValue key,
        Kind kind,
        @Nullable SideRow source,
        @Nullable SideRow target) {

    public Verdict {
        if ((source == null) != (kind == Kind.EXTRA) || (target == null) != (kind == Kind.MISSING)) {
            throw new IllegalArgumentException("a row that is " + kind.word() + " on the wrong sides: " + key);
        }
    }

    /** The compared columns whose values differ, counted from 0; none where a side has no row. */
    public List<Integer> differing() {
        if (source == null || target == null) {
            return List.of();
        }
        return IntStream.range(0, source.marks().size())
                .filter(i ->
                        !Objects.equals(source.marks().get(i), target.marks().get(i)))
                .boxed()
                .toList();
    }
}
