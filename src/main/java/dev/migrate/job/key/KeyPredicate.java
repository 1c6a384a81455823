package dev.migrate.job.key;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a range of keys as SQL, {@code (a, b) > (?, ?) and (a, b) <= (?, ?)}: in row-value form an index serves it. */
public final class KeyPredicate {

    private KeyPredicate() {}

    /** The condition that a row's key is in the range; {@code true} for the range without bounds. */
    public static BoundSql within(Key key, KeyRange range) {
        return within(key, range, null);
    }

    /** Likewise, for columns of a table that goes by an alias. */
    public static BoundSql within(Key key, KeyRange range, @Nullable TableName alias) {
        List<BoundSql> bounds = Stream.of(
                        bound(key, range.closed() ? ">=" : ">", range.lower(), alias),
                        bound(key, "<=", range.upper(), alias))
                .flatMap(List::stream)
                .toList();
        return bounds.stream().reduce((a, b) -> a.then(" and ").then(b)).orElse(BoundSql.TRUE);
    }

    private static List<BoundSql> bound(Key key, String operator, @Nullable KeyValue value, @Nullable TableName alias) {
        if (value == null) {
            return List.of();
        }
        String columns = key.columns().stream()
                .map(c -> alias == null ? c.ordered() : c.ordered(alias))
                .collect(Collectors.joining(", "));
        String casts = key.columns().stream().map(Key.Column::bound).collect(Collectors.joining(", "));
        String sql = key.columns().size() == 1
                ? columns + " " + operator + " " + casts
                : "(" + columns + ") " + operator + " (" + casts + ")";
        return List.of(new BoundSql(sql, List.copyOf(value.parts())));
    }
}
