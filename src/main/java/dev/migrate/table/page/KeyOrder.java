package dev.migrate.table.page;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.SelectKeys;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The order of a source's keys: its database is asked, unless they are integers. Thread-safe. */
final class KeyOrder {

    private final RowSource source;
    private final Query query;

    KeyOrder(RowSource source, Query query) {
        this.source = source;
        this.query = query;
    }

    Optional<KeyValue> least(List<KeyValue> keys) throws SQLException {
        return first(keys, Function.identity(), "");
    }

    Optional<KeyValue> greatest(List<KeyValue> keys) throws SQLException {
        return first(keys, Comparator::reversed, " desc");
    }

    private Optional<KeyValue> first(
            List<KeyValue> keys, Function<Comparator<KeyValue>, Comparator<KeyValue>> direction, String keyword)
            throws SQLException {
        List<KeyValue> distinct = keys.stream().distinct().toList();
        if (distinct.size() > 1 && !source.key().isInteger()) {
            return asked(distinct, keyword);
        }
        return distinct.stream().min(direction.apply(Comparator.comparingLong(KeyValue::asLong)));
    }

    private Optional<KeyValue> asked(List<KeyValue> keys, String keyword) throws SQLException {
        List<Key.Column> columns = source.key().columns();
        String casts = columns.stream().map(Key.Column::bound).collect(Collectors.joining(", "));
        // The branch without rows lends the columns' collations to the values.
        BoundSql union = BoundSql.of("select %s from %s where false"
                .formatted(source.key().ordered(), source.table().quoted()));
        for (KeyValue key : keys) {
            union = union.then(new BoundSql(" union all select " + casts, List.copyOf(key.parts())));
        }
        String order = IntStream.rangeClosed(1, columns.size())
                .mapToObj(i -> i + keyword)
                .collect(Collectors.joining(", "));
        return new SelectKeys(source, query)
                .list(union.then(" order by " + order + " limit 1"), "").stream()
                        .findFirst();
    }
}
