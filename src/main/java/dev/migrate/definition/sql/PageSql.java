package dev.migrate.definition.sql;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * What the user's SQL becomes for a page of rows.
 *
 * @param rows by which the pages are cut
 */
public record PageSql(RowSource rows, SqlTemplate template) {

    /** How many rows of the source a page has. */
    public BoundSql count(KeyRange range) {
        return BoundSql.of("select count(*) from " + rows.table().quoted() + " where ")
                .then(within(range, null).and(rows.where()));
    }

    /** The user's statement for a page. */
    public BoundSql statement(KeyRange range) {
        return template.on(alias -> within(range, alias));
    }

    /** The user's statement for a page between nulls: for a server to look at. */
    public BoundSql unbounded() {
        return template.on(alias -> {
            BoundSql within = within(someRange(), alias);
            return new BoundSql(
                    within.sql(), Collections.nCopies(within.arguments().size(), null));
        });
    }

    /** The user's statement as it was written, but for the page: for a person to look at. */
    public String shown() {
        return template.shown(alias -> within(someRange(), alias));
    }

    /** How the rows of a page are counted: for a person to look at. */
    public String shownCount() {
        return count(someRange()).sql();
    }

    private KeyRange someRange() {
        KeyValue bound = new KeyValue(
                rows.key().columns().stream().map(c -> c.name().value()).toList());
        return new KeyRange(bound, bound);
    }

    private BoundSql within(KeyRange range, @Nullable TableName alias) {
        return KeyPredicate.within(rows.key(), range, alias);
    }
}
