package dev.migrate.engine.retry;

import dev.migrate.engine.plan.PlannedPartition;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that an instance set aside and that no run since has done again: a row is done again when its partition in such a
 * run is done, whatever came of it there. Thread-safe.
 */
public final class RowsLeft {

    private static final int FETCH = 1_000;

    private static final String LEFT = """
            with again as materialized (
                select p.database, p.lower
                from migrate.run r join migrate.partition p on p.instance_id = r.instance_id
                where r.retry_of = :first and p.state = 'done'
            ), aside as materialized (
                select f.partition, f.id, p.database, f.key as columns,
                       array(select k.value from json_each_text(f.key) with ordinality k (name, value, place)
                             order by k.place) as key
                from migrate.failed_row f
                join migrate.partition p on p.instance_id = f.instance_id and p.number = f.partition
                where f.instance_id = :first
            ), rest as (
                select * from aside
                where not exists (select from again
                                  where again.database = aside.database and again.lower = to_jsonb(aside.key))
            )
            """;

    private static final String COUNT = LEFT + "select count(*) from rest";

    private static final String EACH = LEFT
            + "select row_number() over place as number, database, key from rest window place as (order by partition, id)"
            + " order by number";

    private static final String KEYS = LEFT + """
            select distinct database,
                   array(select k.name from json_each_text(columns) with ordinality k (name, value, place)
                         order by k.place) as names
            from rest order by database
            """;

    private final JdbcClient repository;

    public RowsLeft(JdbcClient repository) {
        this.repository = repository;
    }

    /** By which columns the rows on a database are known. */
    record KeyColumns(DatabaseName database, List<String> names) {

        KeyColumns {
            names = List.copyOf(names);
        }
    }

    /** How many there are. */
    long count(long first) {
        return repository.sql(COUNT).param("first", first).query(Long.class).single();
    }

    List<KeyColumns> keys(long first) {
        return repository
                .sql(KEYS)
                .param("first", first)
                .query((row, i) -> new KeyColumns(new DatabaseName(row.getString("database")), texts(row, "names")))
                .list();
    }

    /** Hands over each as a partition of its own, a few of them in memory; to be called in a transaction. */
    void forEach(long first, Consumer<PlannedPartition> taker) {
        try (Stream<PlannedPartition> rows =
                repository
                        .sql(EACH)
                        .withFetchSize(FETCH)
                        .param("first", first)
                        .query((row, i) -> partition(row))
                        .stream()) {
            rows.forEach(taker);
        }
    }

    private static PlannedPartition partition(ResultSet row) throws SQLException {
        return new PlannedPartition(
                row.getInt("number"),
                new DatabaseName(row.getString("database")),
                KeyRange.of(new KeyValue(texts(row, "key"))),
                null);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
