package dev.migrate.type.sql;

import dev.migrate.definition.sql.SqlTemplate;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import dev.migrate.table.KeyPredicate;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Writes what a page runs on one database. */
record PageSql(RowSource rows, SqlTemplate template) {

    /** How many rows of the source a page has. */
    BoundSql count(KeyRange range) {
        return BoundSql.of("select count(*) from " + rows.table().quoted() + " where ")
                .then(within(range, null).and(rows.where()));
    }

    /** The user's statement for a page. */
    BoundSql statement(KeyRange range) {
        return template.on(alias -> within(range, alias));
    }

    /** The user's statement for a page between nulls: for a server to look at. */
    BoundSql unbounded() {
        return template.on(alias -> {
            BoundSql within = within(someRange(), alias);
            return new BoundSql(
                    within.sql(), Collections.nCopies(within.arguments().size(), null));
        });
    }

    /** What a page runs: for a person to look at. */
    String shown() {
        return count(someRange()).sql() + ";\n" + template.shown(alias -> within(someRange(), alias));
    }

    private KeyRange someRange() {
        KeyValue bound = new KeyValue(
                rows.key().columns().stream().map(c -> c.name().value()).toList());
        return new KeyRange(bound, bound);
    }

    private BoundSql within(KeyRange range, @Nullable TableName alias) {
        return KeyPredicate.within(rows.key(), range, alias == null ? null : alias.quoted());
    }
}
