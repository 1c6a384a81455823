package dev.migrate.type.compare.row;

import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.side.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads whole values of a column, for rows that were seen before. Thread-safe. */
final class ReadTexts {

    /**
     * A value as it is now.
     *
     * @param text null if it is longer than was asked for
     */
    record Value(@Nullable String digest, @Nullable String text) {}

    private record Found(KeyValue key, Value value) {}

    private final RowHash hash;
    private final int column;
    private final int longest;

    /** @param longest longer ones, in bytes, are not read */
    ReadTexts(RowHash hash, int column, int longest) {
        this.hash = hash;
        this.column = column;
        this.longest = longest;
    }

    /** The values that a table has under these keys. */
    Map<KeyValue, List<Value>> of(Side table, List<KeyValue> keys) throws SQLException {
        Map<KeyValue, List<Value>> values = new HashMap<>();
        if (!keys.isEmpty()) {
            RowSql sql = new RowSql(table.rows(), hash);
            table.query()
                    .list(sql.texts(keys, column, longest), this::found)
                    .forEach(found -> values.put(found.key(), List.of(found.value())));
        }
        return values;
    }

    private Found found(ResultSet row) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < hash.key().size(); i++) {
            key.add(row.getString(3 + i));
        }
        return new Found(new KeyValue(key), new Value(row.getString(1), row.getString(2)));
    }

    /** The values of two tables of one side. */
    static Map<KeyValue, List<Value>> together(Map<KeyValue, List<Value>> some, Map<KeyValue, List<Value>> more) {
        Map<KeyValue, List<Value>> all = new HashMap<>(some);
        more.forEach((key, values) -> all.merge(
                key, values, (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        return all;
    }

    /** The text of the value that a row had when it was seen; empty if it has another one now, or one too long. */
    Optional<String> text(Map<KeyValue, List<Value>> values, KeyValue key, SideRow seen) {
        return values.getOrDefault(key, List.of()).stream()
                .filter(value -> Objects.equals(value.digest(), seen.digests().get(column)))
                .flatMap(value -> Optional.ofNullable(value.text()).stream())
                .findFirst();
    }
}
