package dev.migrate.table;

import dev.migrate.database.Query;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs queries for keys and reads the keys as texts. Thread-safe. */
public final class SelectKeys {

    private final RowSource source;
    private final Query query;

    public SelectKeys(RowSource source, Query query) {
        this.source = source;
        this.query = query;
    }

    /**
     * The keys that a query finds.
     *
     * @param keys selects the key columns first
     * @param rest where and order outside of it
     */
    public List<KeyValue> list(BoundSql keys, String rest) throws SQLException {
        List<String> names = IntStream.rangeClosed(1, key().columns().size())
                .mapToObj(i -> "k" + i)
                .toList();
        // Named and cast outside: inside, "order by id" would take the column "id::text", whose name is id as well.
        BoundSql texts = BoundSql.of("select " + String.join("::text, ", names) + "::text from (\n")
                .then(keys)
                .then("\n) as k (" + String.join(", ", names) + ")" + rest);
        return query.list(texts, this::read);
    }

    private KeyValue read(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (Key.Column column : key().columns()) {
            String part = row.getString(parts.size() + 1);
            if (part == null) {
                throw nullIn(column);
            }
            parts.add(part);
        }
        return new KeyValue(parts);
    }

    private UserMistake nullIn(Key.Column column) {
        String name = column.name().quoted();
        return new UserMistake(
                "%s on %s has rows whose key column %s is null; add this to the where: %s is not null; or name another key"
                        .formatted(source.table(), source.database(), name, name));
    }

    private Key key() {
        return source.key();
    }
}
