package dev.migrate.type.compare.hash;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import java.sql.SQLException;
import java.util.List;

/** Finds out whether two servers compute and sort alike. Thread-safe. */
public final class HashProbe {

    /** The major version that brought {@code hash_record_extended}. */
    private static final int FIRST_TYPED = 14;

    /** A value of each type that is hashed as it is; servers of another endianness or make give another number. */
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

    private final Databases databases;

    public HashProbe(Databases databases) {
        this.databases = databases;
    }

    /** Whether typed hashes of the two databases can be held against each other. */
    public boolean hashesAlike(DatabaseName one, DatabaseName other) throws SQLException {
        return isTyped(one) && isTyped(other) && typedHash(one).equals(typedHash(other));
    }

    private boolean isTyped(DatabaseName database) {
        return databases.facts(database).isAtLeast(FIRST_TYPED);
    }

    private List<Long> typedHash(DatabaseName database) throws SQLException {
        return new Query(databases.dataSource(database)).list(BoundSql.of(TYPED), row -> row.getLong(1));
    }
}
