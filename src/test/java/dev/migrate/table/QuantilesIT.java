package dev.migrate.table;

import static dev.migrate.table.KeyTables.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.testing.TestDatabases;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesIT {

    private static final TestDatabases DATABASES = new TestDatabases("left");
    private static final KeyTables TABLES = new KeyTables(DATABASES);

    /** A few rows a block, so that there are many blocks; nine of ten rows in a hundredth of the ids. */
    @BeforeAll
    static void fill() {
        String rows = " select case when g % 10 > 0 then g else g * 1000 end, repeat('x', 120)"
                + " from generate_series(1, 30000) g";
        DATABASES.execute("left", """
                create table thin (id bigint primary key, pad text) with (fillfactor = 10);
                insert into thin %s;
                create table thin_parts (id bigint primary key, pad text) partition by range (id);
                create table thin_low partition of thin_parts for values from (minvalue) to (20000) with (fillfactor = 10);
                create table thin_high partition of thin_parts for values from (20000) to (maxvalue) with (fillfactor = 10);
                insert into thin_parts %s;
                """.formatted(rows, rows));
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    private static Quantiles quantiles(RowSource source) {
        return new Quantiles(source, new Query(DATABASES.dataSource(LEFT)));
    }

    private static RowSource source(String table, BoundSql where) throws SQLException {
        return TABLES.space(table, where, List.of(), LEFT).first();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin", "thin_parts"})
    void a_sample_of_blocks_is_right_within_a_factor_of_two(String table) throws SQLException {
        RowSource source = source(table, BoundSql.TRUE);
        List<KeyValue> cuts = quantiles(source).sampled(16).orElseThrow();
        List<KeyRange> ranges = IntStream.range(1, cuts.size())
                .mapToObj(i -> new KeyRange(cuts.get(i - 1), cuts.get(i)))
                .toList();
        assertThat(ranges).hasSize(14);
        assertThat(Collections.max(TABLES.counts(source, ranges))).isLessThan(2 * 30_000 / 16);
    }

    @Test
    void a_sample_knows_the_condition() throws SQLException {
        List<KeyValue> cuts =
                quantiles(source("thin", BoundSql.of("id > 30000"))).sampled(4).orElseThrow();
        assertThat(cuts).hasSize(3).allMatch(cut -> cut.asLong() > 30_000);
    }

    @Test
    void a_sample_that_is_too_small_is_none() throws SQLException {
        assertThat(quantiles(source("thin", BoundSql.of("id < 100"))).sampled(16))
                .isEmpty();
    }

    @Test
    void a_small_table_is_not_sampled() throws SQLException {
        assertThat(quantiles(source("of_uuid", BoundSql.TRUE)).sampled(2)).isEmpty();
    }
}
