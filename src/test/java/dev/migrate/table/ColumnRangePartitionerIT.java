package dev.migrate.table;

import static dev.migrate.table.KeyTables.LEFT;
import static dev.migrate.table.KeyTables.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.testing.TestDatabases;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnRangePartitionerIT {

    private static final TestDatabases DATABASES = new TestDatabases("left", "right");
    private static final KeyTables TABLES = new KeyTables(DATABASES);
    private final ColumnRangePartitioner partitioner = new ColumnRangePartitioner(DATABASES, new Tables(DATABASES));

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    static Stream<String> tables() {
        return KeyTables.names();
    }

    private static void assertTiles(KeySpace space, List<KeyRange> ranges) throws SQLException {
        assertThat(ranges.get(0).lower()).isNull();
        assertThat(ranges.get(ranges.size() - 1).upper()).isNull();
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).lower())
                    .isNotNull()
                    .isEqualTo(ranges.get(i - 1).upper());
        }
        assertThat(sum(TABLES.counts(space.first(), ranges))).isEqualTo(TABLES.count(space.first(), KeyRange.ALL));
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static void assertBalanced(KeySpace space, List<KeyRange> ranges) throws SQLException {
        List<Long> counts = TABLES.counts(space.first(), ranges);
        assertThat(Collections.max(counts)).isLessThanOrEqualTo(2 * (sum(counts) / counts.size() + 1));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void cuts_keys_of_any_type_into_even_parts(String table) throws SQLException {
        KeySpace space = TABLES.space(table, LEFT);
        List<KeyRange> ranges = partitioner.partition(space, 7);
        assertThat(ranges).hasSize(7);
        assertTiles(space, ranges);
        assertBalanced(space, ranges);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void makes_no_more_parts_than_there_are_rows(String table) throws SQLException {
        KeySpace space = TABLES.space(table, LEFT);
        List<KeyRange> ranges = partitioner.partition(space, 5_000);
        assertThat(ranges).hasSize((int) TABLES.count(space.first(), KeyRange.ALL));
        assertThat(TABLES.counts(space.first(), ranges)).containsOnly(1L);
    }

    @Test
    void an_empty_table_is_one_range() throws SQLException {
        TABLES.create("left", "empty (id int primary key) as select g from generate_series(1, 0) g");
        assertThat(partitioner.partition(TABLES.space("empty", LEFT), 64)).containsExactly(KeyRange.ALL);
    }

    @Test
    void one_row_is_one_range() throws SQLException {
        TABLES.create("left", "single (id int primary key) as select 5");
        assertThat(partitioner.partition(TABLES.space("single", LEFT), 64)).containsExactly(KeyRange.ALL);
    }

    @Test
    void one_partition_is_everything() throws SQLException {
        assertThat(partitioner.partition(TABLES.space("of_uuid", LEFT), 1)).containsExactly(KeyRange.ALL);
    }

    @Test
    void an_empty_source_is_cut_by_its_full_target() throws SQLException {
        TABLES.create("left", "lopsided (id int primary key) as select g from generate_series(1, 0) g");
        TABLES.create("right", "lopsided (id int primary key) as select g from generate_series(1, 100) g");
        assertThat(partitioner.partition(TABLES.space("lopsided", LEFT, RIGHT), 4))
                .extracting(KeyRange::upper)
                .containsExactly(KeyValue.of(25), KeyValue.of(50), KeyValue.of(75), null);
    }

    @Test
    void only_rows_that_the_condition_lets_through_are_weighed() throws SQLException {
        KeySpace space =
                TABLES.space("of_int2", BoundSql.of("id < ? or id > ? -- a note", "-200", "290"), List.of(), LEFT);
        List<KeyRange> ranges = partitioner.partition(space, 10);
        assertTiles(space, ranges);
        assertBalanced(space, ranges);
    }

    @Test
    void a_view_is_cut_by_the_key_given() throws SQLException {
        DATABASES.execute("left", "create view seen as select id as \"n\" from of_uuid");
        KeySpace space = TABLES.space("seen", BoundSql.TRUE, List.of(new ColumnName("n")), LEFT);
        List<KeyRange> ranges = partitioner.partition(space, 6);
        assertThat(ranges).hasSize(6);
        assertTiles(space, ranges);
        assertBalanced(space, ranges);
    }

    @Test
    void skewed_ids_are_cut_where_the_rows_lie() throws SQLException {
        TABLES.create(
                "left",
                "skewed (id bigint primary key) as select case when g <= 180000 then g else (g - 180000) * 1000 end"
                        + " from generate_series(1, 200000) g on conflict do nothing");
        KeySpace space = TABLES.space("skewed", LEFT);
        List<KeyRange> ranges = partitioner.partition(space, 64);
        assertThat(ranges).hasSize(64);
        assertTiles(space, ranges);
        assertBalanced(space, ranges);
    }

    @Test
    void without_an_index_parts_have_the_same_number_of_rows() throws SQLException {
        TABLES.create("left", "clumped (id int primary key) as select g * g from generate_series(1, 1000) g");
        KeySpace space = new KeySpace(TABLES.space("clumped", LEFT).sides(), false, null);
        List<KeyRange> ranges = partitioner.partition(space, 4);
        assertTiles(space, ranges);
        assertThat(TABLES.counts(space.first(), ranges)).containsOnly(250L);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "200000,1", "200001,2", "10000000,50"})
    void without_an_index_suggests_no_more_partitions_than_have_to_be(long rows, int partitions) {
        assertThat(partitioner.suggested(rows, false)).isEqualTo(partitions);
    }

    @ParameterizedTest
    @CsvSource({
        "0,1",
        "19999,1",
        "20000,2",
        "160000,16",
        "300000,16",
        "10000000,64",
        "156250001,1001",
        "1000000000000,10000"
    })
    void suggests_partitions_that_can_be_shared_and_end_soon(long rows, int partitions) {
        assertThat(partitioner.suggested(rows, true)).isEqualTo(partitions);
    }
}
