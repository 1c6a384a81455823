package dev.migrate.type.copy.page;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.KeyRows;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of the source in a range. Those that its where leaves out are copied too, unless the select says the same. */
final class PageKeys {

    private final KeyRows rows;
    private final Query query;

    PageKeys(RowSource source, Query query) {
        RowSource everyRow = new RowSource(source.database(), source.table(), source.key(), BoundSql.TRUE);
        this.rows = new KeyRows(everyRow, query);
        this.query = query;
    }

    Key key() {
        return rows.source().key();
    }

    /** The only key in the range. */
    Optional<KeyValue> only(KeyRange range) throws SQLException {
        Optional<KeyValue> first = rows.nth(range, 1);
        return first.equals(rows.last(range)) ? first : Optional.empty();
    }

    /** A key that has keys of the range on both its sides, or is the lesser one of two; empty if there are fewer. */
    Optional<KeyValue> middle(KeyRange range) throws SQLException {
        Optional<KeyValue> middle = rows.nth(range, Math.max(1, (count(range) + 1) / 2));
        // A view may have keys that are not unique.
        return middle.equals(rows.last(range)) ? rows.nth(range, 1) : middle;
    }

    /**
     * Some keys at even distances, the first and the last among them.
     *
     * @param most from 2
     */
    List<KeyValue> spread(KeyRange range, int most) throws SQLException {
        long steps = count(range) - 1;
        Set<KeyValue> spread = new LinkedHashSet<>();
        for (int i = 0; i < most && steps >= 0; i++) {
            rows.nth(range, 1 + steps * i / (most - 1)).ifPresent(spread::add);
        }
        return List.copyOf(spread);
    }

    private long count(KeyRange range) throws SQLException {
        BoundSql count = BoundSql.of(
                        "select count(*) from " + rows.source().table().quoted() + " where ")
                .then(KeyPredicate.within(key(), range));
        return query.first(count, row -> row.getLong(1)).orElse(0L);
    }
}
