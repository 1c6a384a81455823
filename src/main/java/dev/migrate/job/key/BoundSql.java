package dev.migrate.job.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of SQL with {@code ?} for each argument; arguments are texts (or arrays of texts) of a type the SQL casts to. */
public record BoundSql(String sql, List<@Nullable Object> arguments) {

    public static final BoundSql TRUE = of("true");

    public BoundSql {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    public static BoundSql of(String sql, @Nullable Object... arguments) {
        return new BoundSql(sql, Arrays.asList(arguments));
    }

    /** This piece followed by another. */
    public BoundSql then(BoundSql next) {
        List<@Nullable Object> all = new ArrayList<>(arguments);
        all.addAll(next.arguments);
        return new BoundSql(sql + next.sql, all);
    }

    public BoundSql then(String next) {
        return new BoundSql(sql + next, arguments);
    }

    /** Both conditions, each in parentheses. */
    public BoundSql and(BoundSql other) {
        // A user's condition may end in a comment, which ends with its line.
        return of("(").then(this).then("\n) and (").then(other).then("\n)");
    }
}
