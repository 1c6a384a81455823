package dev.migrate.table;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys of a source's rows, as its database orders them. Thread-safe. */
public final class KeyRows {

    private final RowSource source;
    private final Query query;
    private final SelectKeys select;

    public KeyRows(RowSource source, Query query) {
        this.source = source;
        this.query = query;
        this.select = new SelectKeys(source, query);
    }

    public RowSource source() {
        return source;
    }

    /** The key of the n-th row in the range, counted from 1; empty if there are fewer. */
    public Optional<KeyValue> nth(KeyRange range, long n) throws SQLException {
        return find(range, source.key().ordered(), n - 1);
    }

    /** The greatest key in the range. */
    public Optional<KeyValue> last(KeyRange range) throws SQLException {
        String descending =
                source.key().columns().stream().map(c -> c.ordered() + " desc").collect(Collectors.joining(", "));
        return find(range, descending, 0);
    }

    /** How many rows the range has, counted. */
    public long count(KeyRange range) throws SQLException {
        BoundSql count = BoundSql.of("select count(*) from " + source.table().quoted() + " where ")
                .then(KeyPredicate.within(source.key(), range).and(source.where()));
        return query.first(count, row -> row.getLong(1)).orElseThrow();
    }

    private Optional<KeyValue> find(KeyRange range, String order, long offset) throws SQLException {
        BoundSql keys = BoundSql.of("select %s from %s where "
                        .formatted(source.key().ordered(), source.table().quoted()))
                .then(KeyPredicate.within(source.key(), range).and(source.where()))
                .then(BoundSql.of(" order by " + order + " offset ? limit 1", offset));
        return select.list(keys, "").stream().findFirst();
    }
}
