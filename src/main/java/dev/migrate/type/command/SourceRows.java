package dev.migrate.type.command;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The rows that a program is told of by their keys. Thread-safe. */
record SourceRows(Databases databases, RowSource rows) {

    private static final String NOTHING = "";

    /** How many of a range the job looks at. */
    long count(KeyRange range) throws SQLException {
        BoundSql count = BoundSql.of("select count(*) from " + rows.table().quoted() + " where ")
                .then(KeyPredicate.within(rows.key(), range).and(rows.where()));
        return query().first(count, row -> row.getLong(1)).orElseThrow();
    }

    /** The key above which a range begins; where it begins before everything, one that is below every integer key, or nothing. */
    String from(KeyRange range) throws SQLException {
        if (range.lower() != null) {
            return text(range.lower());
        }
        return rows.key().isInteger() ? belowLeast() : NOTHING;
    }

    /** The key with which a range ends; where there are no keys in it, the one above which it begins. */
    String to(KeyRange range) throws SQLException {
        return range.upper() == null ? from(range) : text(range.upper());
    }

    /** Of a table without rows it is below 1. */
    private String belowLeast() throws SQLException {
        BoundSql least = BoundSql.of("select (coalesce(min(%s)::numeric, 1) - 1)::text from %s"
                .formatted(rows.key().quoted(), rows.table().quoted()));
        return query().first(least, row -> row.getString(1)).orElseThrow();
    }

    private static String text(@Nullable KeyValue key) {
        return key == null ? NOTHING : key.parts().get(0);
    }

    private Query query() {
        return new Query(databases.dataSource(rows.database()));
    }
}
