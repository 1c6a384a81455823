package dev.migrate.type.compare.hash;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out in which ways servers hash alike. Thread-safe. */
public final class HashProbe implements ChooseHash {

    /** The major version that brought {@code hash_record_extended}. */
    private static final int FIRST_TYPED = 14;

    /** Another endianness or make gives another number. */
    private static final String TEXT = """
            select getdatabaseencoding(), hashtextextended('a text of some length, and 12345' collate "C", 42)
            """;

    /** A value of each type that is hashed as it is. */
    private static final String TYPED = """
            select hash_record_extended(row(
              12345, int8send(-1234567890123), float8send(1.5), numeric_send(-1.5), 'text'::text collate "C", true, '\\x00ff'::bytea,
              'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid, '2024-02-29'::date, '10.1.2.3/8'::inet, '10.0.0.0/8'::cidr,
              '08:00:2b:01:02:03'::macaddr, '08:00:2b:01:02:03:04:05'::macaddr8, 5::oid, 'x'::"char",
              time_send('10:11:12.5'), timetz_send('10:11:12+02'), timestamp_send('2024-02-29 10:11:12'),
              timestamptz_send('2024-02-29 10:11:12+02'), interval_send('1 month 2 days 3 hours'),
              array['a', null, 'b']::text[] collate "C", array[1, 2]::int2[], array[1, 2], array[true],
              array['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid], array['2024-02-29'::date]), 42)
            """;

    /** What a database says of texts. */
    private record Texts(String encoding, long hash) {

        String words() {
            return encoding.equals("SQL_ASCII") ? "SQL_ASCII, taken for UTF8," : encoding;
        }
    }

    private final Databases databases;

    public HashProbe(Databases databases) {
        this.databases = databases;
    }

    @Override
    public HashChoice among(Collection<DatabaseName> names) throws SQLException {
        Map<DatabaseName, Texts> texts = new LinkedHashMap<>();
        for (DatabaseName name : new LinkedHashSet<>(names)) {
            texts.put(name, texts(name));
        }
        if (!isAlike(texts, Texts::encoding)) {
            return new HashChoice(HashWay.DIGEST, "the databases are encoded differently: " + encodings(texts));
        } else if (!isAlike(texts, Texts::hash)) {
            return new HashChoice(HashWay.DIGEST, "the servers hash texts differently");
        }
        return typedOrText(texts.keySet());
    }

    private HashChoice typedOrText(Collection<DatabaseName> names) throws SQLException {
        Map<DatabaseName, Long> hashes = new LinkedHashMap<>();
        for (DatabaseName name : names) {
            if (!databases.facts(name).isAtLeast(FIRST_TYPED)) {
                return new HashChoice(HashWay.TEXT, tooOld(name));
            }
            hashes.put(name, typedHash(name));
        }
        return isAlike(hashes, Function.identity())
                ? HashChoice.BEST
                : new HashChoice(HashWay.TEXT, "the typed hashes of the servers differ");
    }

    private String tooOld(DatabaseName name) {
        return "database %s is on PostgreSQL %d, and typed hashes need %d or later"
                .formatted(name, databases.facts(name).version() / 10_000, FIRST_TYPED);
    }

    private static <T> boolean isAlike(Map<DatabaseName, T> answers, Function<T, ?> fact) {
        return answers.values().stream().map(fact).distinct().count() <= 1;
    }

    private static String encodings(Map<DatabaseName, Texts> texts) {
        return texts.entrySet().stream()
                .map(entry -> entry.getValue().words() + " in " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private Texts texts(DatabaseName name) throws SQLException {
        return query(name)
                .first(BoundSql.of(TEXT), row -> new Texts(row.getString(1), row.getLong(2)))
                .orElseThrow();
    }

    private long typedHash(DatabaseName name) throws SQLException {
        return query(name).first(BoundSql.of(TYPED), row -> row.getLong(1)).orElseThrow();
    }

    private Query query(DatabaseName name) {
        return new Query(databases.dataSource(name));
    }
}
