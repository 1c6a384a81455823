package dev.migrate.type.rows.page;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.util.stream.Collectors;

/**
 * The SQL that reads rows in the order of their keys: first the columns of the key, whose texts are those of a
 * {@link KeyValue}, then what else is wanted.
 *
 * @param wanted a select list
 */
public record RowSelect(RowSource rows, String wanted) {

    /** The first rows of a range, at most so many. */
    public BoundSql first(int limit, KeyRange range) {
        return BoundSql.of("select " + keyTexts() + ", " + wanted + " from "
                        + rows.table().quoted() + " where ")
                .then(KeyPredicate.within(rows.key(), range).and(rows.where()))
                .then(BoundSql.of(" order by " + order() + " limit ?", (long) limit));
    }

    /** The same for a person to look at. */
    public String shown() {
        KeyValue bound = new KeyValue(
                rows.key().columns().stream().map(c -> c.name().value()).toList());
        return first(1, new KeyRange(bound, bound)).sql();
    }

    private String keyTexts() {
        return rows.key().columns().stream().map(RowSelect::keyText).collect(Collectors.joining(", "));
    }

    // The driver writes an integer as the server does, whichever way it came; not so other types.
    private static String keyText(Key.Column column) {
        String name = column.name().quoted();
        return column.type().equals("bigint") ? name : name + "::text";
    }

    /** Qualified, for a bare name would be that of a column of the result, which may be the text of a key's. */
    private String order() {
        return rows.key().columns().stream()
                .map(column -> rows.table().quoted() + "." + column.name().quoted())
                .collect(Collectors.joining(", "));
    }
}
