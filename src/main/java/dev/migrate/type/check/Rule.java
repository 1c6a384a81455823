package dev.migrate.type.check;

import dev.migrate.definition.sql.PageSql;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyRange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule as one database takes it.
 *
 * @param name as users know it
 * @param sql selects the rows that break it
 * @param details the columns that it returns besides the key
 */
record Rule(String name, PageSql sql, List<ColumnName> details) {

    // So much of a detail is shown; a row may hold a book.
    private static final int SHOWN = 1_000;

    Rule {
        details = List.copyOf(details);
    }

    /** The rows of a page that break the rule, each as texts: first the key in its order, then the details in theirs. */
    BoundSql broken(KeyRange range) {
        return texts(sql.statement(range));
    }

    /** The same for a server to look at, whether it can tell the keys it returns from those of the table. */
    BoundSql unbounded() {
        String keys = key().columns().stream()
                .map(column -> "r." + column.name().quoted() + " = null::" + column.type())
                .collect(Collectors.joining(" and "));
        return texts(sql.unbounded()).then(" where " + keys);
    }

    /** The server writes the texts itself, for the driver has another way with some types. */
    private BoundSql texts(BoundSql rule) {
        String texts = Stream.concat(
                        key().columns().stream()
                                .map(column -> "r." + column.name().quoted() + "::" + column.type() + "::text"),
                        details.stream().map(Rule::shown))
                .collect(Collectors.joining(", "));
        return BoundSql.of("select " + texts + " from (\n").then(rule).then("\n) r");
    }

    private static String shown(ColumnName detail) {
        String text = "r." + detail.quoted() + "::text";
        return "case when length(%1$s) > %2$d then left(%1$s, %2$d) || '…' else %1$s end".formatted(text, SHOWN);
    }

    Key key() {
        return sql.rows().key();
    }
}
