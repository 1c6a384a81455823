package dev.migrate.table;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Finds rows that no range of keys would take in, because part of their key is null. A view without such rows is read to its
 * end. Thread-safe.
 */
public final class NullKeys {

    private final Query query;

    public NullKeys(Query query) {
        this.query = query;
    }

    /** The first column of the key that is null in a row of the source; empty if the key is whole in all rows. */
    public Optional<ColumnName> in(RowSource source) throws SQLException {
        for (Key.Column column : source.key().columns()) {
            if (isNull(column.name(), source)) {
                return Optional.of(column.name());
            }
        }
        return Optional.empty();
    }

    private boolean isNull(ColumnName column, RowSource source) throws SQLException {
        BoundSql row = BoundSql.of("select 1 from " + source.table().quoted() + " where ")
                .then(BoundSql.of(column.quoted() + " is null").and(source.where()))
                .then(" limit 1");
        return query.first(row, found -> true).isPresent();
    }
}
