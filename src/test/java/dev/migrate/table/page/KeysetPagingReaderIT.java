package dev.migrate.table.page;

import static dev.migrate.table.KeyTables.LEFT;
import static dev.migrate.table.KeyTables.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.ColumnRangePartitioner;
import dev.migrate.table.KeyTables;
import dev.migrate.table.Tables;
import dev.migrate.testing.TestDatabases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class KeysetPagingReaderIT {

    private static final TestDatabases DATABASES = new TestDatabases("left", "right");
    private static final KeyTables TABLES = new KeyTables(DATABASES);
    private static final ExecutorService LOOKUPS = Executors.newFixedThreadPool(2);

    private int lookups;

    /** Each side lacks other rows: the left one's are extra or missing on the right. */
    @BeforeAll
    static void make_the_sides_differ() {
        for (String table : KeyTables.names().toList()) {
            DATABASES.execute("left", "delete from %s t where hashtext(t::text) %% 5 = 0".formatted(table));
            DATABASES.execute("right", "delete from %s t where hashtext(t::text) %% 5 = 1".formatted(table));
        }
    }

    @AfterAll
    static void close() {
        LOOKUPS.shutdown();
        DATABASES.close();
    }

    static Stream<String> tables() {
        return KeyTables.names();
    }

    private KeysetPagingReader reader(KeySpace space, int pageSize, ExecutionContext context) {
        return reader(space, PageSize.fixed(pageSize), context);
    }

    private KeysetPagingReader reader(KeySpace space, PageSize size, ExecutionContext context) {
        KeysetPagingReader reader = new KeysetPagingReader(DATABASES, space, size, task -> {
            lookups++;
            LOOKUPS.execute(task);
        });
        reader.open(context);
        return reader;
    }

    private static ExecutionContext context(KeyRange range) {
        return new ExecutionContext(RangeProgress.of(range).toMap());
    }

    /** At most so many pages of what the context leaves to do, each counted on the larger side and stored as done. */
    private List<Page> pages(KeySpace space, int pageSize, ExecutionContext context, int most) throws Exception {
        return pages(space, PageSize.fixed(pageSize), context, most);
    }

    private List<Page> pages(KeySpace space, PageSize size, ExecutionContext context, int most) throws Exception {
        List<Page> pages = new ArrayList<>();
        try (Closing reader = new Closing(reader(space, size, context))) {
            Page page = null;
            while (pages.size() < most && (page = reader.reader().read()) != null) {
                pages.add(page);
                reader.reader().done(new PageResult(Ledger.NONE, List.of(), rows(space, page)), Duration.ZERO);
                reader.reader().update(context);
            }
        }
        return pages;
    }

    private record Closing(KeysetPagingReader reader) implements AutoCloseable {
        @Override
        public void close() {
            reader.close();
        }
    }

    private List<Page> pages(KeySpace space, int pageSize, KeyRange range) throws Exception {
        return pages(space, pageSize, context(range), Integer.MAX_VALUE);
    }

    private static long rows(KeySpace space, Page page) throws SQLException {
        long most = 0;
        for (RowSource side : space.sides()) {
            most = Math.max(most, TABLES.count(side, page.range()));
        }
        return most;
    }

    /** Each page begins where the one before ended, and every row of every side in the range is on one page. */
    private static void assertTiles(KeySpace space, KeyRange range, List<Page> pages) throws SQLException {
        List<KeyRange> ranges = pages.stream().map(Page::range).toList();
        assertThat(ranges.get(0).lower()).isEqualTo(range.lower());
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i).number()).isEqualTo(i + 1);
            assertThat(i == 0 ? range.lower() : ranges.get(i - 1).upper())
                    .isEqualTo(ranges.get(i).lower());
        }
        for (RowSource side : space.sides()) {
            assertThat(TABLES.counts(side, ranges).stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(TABLES.count(side, range));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void pages_of_two_sides_hold_every_row_of_both_once(String table) throws Exception {
        KeySpace space = TABLES.space(table, LEFT, RIGHT);
        List<Page> pages = pages(space, 50, KeyRange.ALL);
        assertTiles(space, KeyRange.ALL, pages);
        for (RowSource side : space.sides()) {
            List<Long> counts =
                    TABLES.counts(side, pages.stream().map(Page::range).toList());
            assertThat(Collections.max(counts))
                    .isLessThanOrEqualTo(space.first().key().isInteger() ? 100 : 50);
        }
        assertThat(pages).hasSizeBetween(7, 20);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void goes_on_after_the_last_page_done_wherever_it_was_stopped(String table) throws Exception {
        KeySpace space = TABLES.space(table, LEFT, RIGHT);
        for (int stopAfter = 0; stopAfter < 6; stopAfter++) {
            ExecutionContext context = context(KeyRange.ALL);
            List<Page> pages = new ArrayList<>(pages(space, 100, context, stopAfter));
            pages.addAll(pages(space, 80, new ExecutionContext(context.toMap()), Integer.MAX_VALUE));
            assertTiles(space, KeyRange.ALL, pages);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void pages_of_the_partitions_hold_every_row_once(String table) throws Exception {
        KeySpace space = TABLES.space(table, LEFT, RIGHT);
        List<KeyRange> partitions = new ColumnRangePartitioner(DATABASES, new Tables(DATABASES)).partition(space, 5);
        for (KeyRange partition : partitions) {
            assertTiles(space, partition, pages(space, 30, partition));
        }
    }

    @Test
    void only_rows_that_the_condition_lets_through_fill_a_page() throws Exception {
        KeySpace space = TABLES.space("of_uuid", BoundSql.of("id::text > ? -- a note", "8"), List.of(), LEFT, RIGHT);
        List<Page> pages = pages(space, 50, KeyRange.ALL);
        assertTiles(space, KeyRange.ALL, pages);
        assertThat(TABLES.counts(space.first(), pages.stream().map(Page::range).toList())
                        .get(0))
                .isBetween(40L, 50L);
    }

    @Test
    void an_empty_table_has_no_page() throws Exception {
        TABLES.create("left", "empty (id int primary key) as select g from generate_series(1, 0) g");
        assertThat(pages(TABLES.space("empty", LEFT), 50, KeyRange.ALL)).isEmpty();
    }

    @Test
    void nothing_above_the_last_partition_has_no_page() throws Exception {
        KeyRange above = new KeyRange(KeyValue.of(1_000), null);
        assertThat(pages(TABLES.space("of_int2", LEFT, RIGHT), 50, above)).isEmpty();
    }

    @Test
    void one_row_is_one_page() throws Exception {
        TABLES.create("left", "single (id int primary key) as select -5");
        KeyRange all = new KeyRange(null, KeyValue.of(-5));
        assertThat(pages(TABLES.space("single", LEFT), 50, KeyRange.ALL)).containsExactly(new Page(1, all, 50));
    }

    @Test
    void the_end_is_the_greatest_key_of_either_side() throws Exception {
        TABLES.create("left", "short (id text primary key) as select g::text from generate_series(1, 8) g");
        TABLES.create("right", "short (id text primary key) as select g::text from generate_series(1, 9) g");
        assertThat(pages(TABLES.space("short", LEFT, RIGHT), 50, KeyRange.ALL))
                .extracting(Page::range)
                .containsExactly(new KeyRange(null, KeyValue.of("9")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "int; bigint; g; g * 5000000000",
                "numeric(6, 2); numeric(9, 4); g / 3.0; g / 7.0",
                "varchar(3); text; g; g || 'longer'",
                "text collate \"en-x-icu\"; text collate \"en-x-icu\"; chr(64 + g % 60) || g; chr(65 + g % 60) || g",
            })
    void the_types_of_the_sides_may_differ_in_width(String left, String right, String leftKey, String rightKey)
            throws Exception {
        String rows = "%s (id %s primary key) as select %s from generate_series(1, 200) g";
        String table = "sided_" + Integer.toHexString(left.hashCode());
        TABLES.create("left", rows.formatted(table, left, leftKey));
        TABLES.create("right", rows.formatted(table, right, rightKey));
        KeySpace space = TABLES.space(table, LEFT, RIGHT);
        List<Page> pages = pages(space, 20, KeyRange.ALL);
        assertTiles(space, KeyRange.ALL, pages);
    }

    @Test
    void the_end_stays_where_it_was_found_first() throws Exception {
        TABLES.create("left", "growing (id int primary key) as select g from generate_series(1, 100) g");
        KeySpace space = TABLES.space("growing", LEFT);
        ExecutionContext context = context(KeyRange.ALL);
        pages(space, 30, context, 1);
        DATABASES.execute("left", "insert into growing values (101), (500)");
        List<Page> rest = pages(space, 30, context, Integer.MAX_VALUE);
        assertThat(rest.get(0).number()).isEqualTo(2);
        assertThat(rest.get(rest.size() - 1).range().upper()).isEqualTo(KeyValue.of(100));
    }

    @Test
    void a_page_that_is_not_done_is_not_stored() throws Exception {
        KeySpace space = TABLES.space("of_uuid", LEFT);
        ExecutionContext context = context(KeyRange.ALL);
        try (Closing reader = new Closing(reader(space, 50, context))) {
            Page page = reader.reader().read();
            reader.reader().update(context);
            assertThat(RangeProgress.from(context).position()).isNull();
            assertThatIllegalStateException().isThrownBy(reader.reader()::read).withMessage("page 1 is not done");
            reader.reader().open(context);
            assertThat(reader.reader().read()).isEqualTo(page);
        }
    }

    @Test
    void a_lone_row_far_away_costs_a_page() throws Exception {
        TABLES.create(
                "left",
                "lonely (id bigint primary key) as select * from (values (-9223372036854775808), (9223372036854775807)) v"
                        + " union all select g from generate_series(1, 1000) g"
                        + " union all select g from generate_series(5000000000001, 5000000001000) g");
        List<Page> pages = pages(TABLES.space("lonely", LEFT), 100, KeyRange.ALL);
        assertThat(pages).hasSizeBetween(20, 30);
        assertTiles(TABLES.space("lonely", LEFT), KeyRange.ALL, pages);
    }

    @Test
    void ends_are_computed_while_ids_are_dense() throws Exception {
        TABLES.create("left", "dense (id bigint primary key) as select g from generate_series(1, 10000) g");
        assertThat(pages(TABLES.space("dense", LEFT), 100, KeyRange.ALL)).hasSize(100);
        assertThat(lookups).isLessThanOrEqualTo(4);
    }

    @Test
    void a_partition_of_dense_ids_needs_no_lookup() throws Exception {
        TABLES.create("left", "unbroken (id bigint primary key) as select g from generate_series(1, 1000) g");
        KeyRange partition = new KeyRange(KeyValue.of(200), KeyValue.of(700));
        assertThat(pages(TABLES.space("unbroken", LEFT), 100, partition)).hasSize(5);
        assertThat(lookups).isZero();
    }

    @Test
    void what_one_partition_told_of_the_ids_is_known_to_the_next() throws Exception {
        TABLES.create("left", "gappy (id bigint primary key) as select 5 * g from generate_series(1, 1000) g");
        KeySpace space = TABLES.space("gappy", LEFT);
        PageSize size = PageSize.fixed(100);
        List<Page> first = pages(space, size, context(new KeyRange(KeyValue.of(0), KeyValue.of(2_000))), 9);
        assertThat(first).extracting(Page::range).startsWith(new KeyRange(KeyValue.of(0), KeyValue.of(100)));
        assertThat(first).hasSize(5);

        List<Page> next = pages(space, size, context(new KeyRange(KeyValue.of(2_000), KeyValue.of(4_000))), 9);

        assertThat(next).extracting(Page::range).startsWith(new KeyRange(KeyValue.of(2_000), KeyValue.of(2_500)));
        assertThat(next).hasSize(4);
    }

    @Test
    void a_narrow_range_of_ids_is_a_page_without_a_lookup() throws Exception {
        KeyRange narrow = new KeyRange(KeyValue.of(-3), KeyValue.of(20));
        assertThat(pages(TABLES.space("of_int2", LEFT, RIGHT), 50, narrow)).containsExactly(new Page(1, narrow, 23));
        assertThat(lookups).isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void one_key_is_a_page_without_a_lookup(String table) throws Exception {
        KeySpace space = TABLES.space(table, LEFT);
        KeyValue key = Objects.requireNonNull(
                pages(space, 7, KeyRange.ALL).get(3).range().upper());
        lookups = 0;

        List<Page> pages = pages(space, 7, KeyRange.of(key));

        assertThat(pages).containsExactly(new Page(1, KeyRange.of(key), 1));
        assertThat(rows(space, pages.get(0))).isEqualTo(1);
        assertThat(lookups).isZero();
    }

    @Test
    void the_next_end_is_looked_up_while_a_page_is_done() throws Exception {
        try (Closing reader = new Closing(reader(TABLES.space("of_uuid", LEFT), 50, context(KeyRange.ALL)))) {
            assertThat(reader.reader().read()).isNotNull();
            assertThat(lookups).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "id < 101; -; 37, 87, 100",
                "id < 101; 60; 37, 60",
                "id < 101; 37; 37",
                "id < 38; -; 37",
                "id < 21; -; 37",
                "id < 0; -; 37",
                "id < 0; 100; 37, 100"
            })
    void a_first_page_that_was_done_before_ends_where_it_did(String left, @Nullable String upper, String ends)
            throws Exception {
        DATABASES.execute("left", "drop view if exists what_is_left");
        DATABASES.execute("left", "create view what_is_left as select g::numeric id from generate_series(1, 100) g");
        KeySpace space = TABLES.space("what_is_left", BoundSql.of(left), List.of(new ColumnName("id")), LEFT);
        KeyRange range = new KeyRange(null, upper == null ? null : KeyValue.of(upper));
        KeysetPagingReader reader = new KeysetPagingReader(DATABASES, space, PageSize.fixed(50), LOOKUPS);
        reader.firstEndsAt(KeyValue.of("37"));
        reader.open(context(range));
        try (Closing closing = new Closing(reader)) {
            assertThat(ends(closing.reader())).isEqualTo(ends);
            assertThat(reader.isFinished()).isTrue();
        }
    }

    private static String ends(KeysetPagingReader reader) throws Exception {
        List<String> ends = new ArrayList<>();
        for (Page page = reader.read(); page != null; page = reader.read()) {
            ends.add(String.valueOf(page.range().upper()));
            reader.done(new PageResult(Ledger.NONE, List.of(), 1), Duration.ZERO);
        }
        return String.join(", ", ends);
    }

    @Test
    void a_page_that_was_done_before_says_nothing_about_how_large_pages_should_be() throws Exception {
        PageSize size = PageSize.adaptive(5_000);
        int before = size.rows();
        KeysetPagingReader reader = new KeysetPagingReader(DATABASES, TABLES.space("of_uuid", LEFT), size, LOOKUPS);
        reader.firstEndsAt(KeyValue.of("40000000-0000-0000-0000-000000000000"));
        reader.open(context(KeyRange.ALL));
        try (Closing closing = new Closing(reader)) {
            assertThat(closing.reader().read()).isNotNull();
            reader.done(new PageResult(Ledger.NONE, List.of(), before), Duration.ofMillis(1));
            assertThat(size.rows()).isEqualTo(before);
        }
    }

    @Test
    void a_key_that_is_null_after_all_is_told() throws Exception {
        DATABASES.execute("left", "create view holey as select nullif(id, 7) as id from of_int2");
        KeySpace space = TABLES.space("holey", BoundSql.TRUE, List.of(new ColumnName("id")), LEFT);
        assertThatThrownBy(() -> reader(space, 50, context(KeyRange.ALL)))
                .isInstanceOf(UserMistake.class)
                .hasMessage("public.holey on left has rows whose key column \"id\" is null;"
                        + " add this to the where: \"id\" is not null; or name another key");
    }

    @Test
    void a_range_is_one_page_where_no_index_serves_the_order() throws Exception {
        KeySpace space = new KeySpace(TABLES.space("of_uuid", LEFT, RIGHT).sides(), false, null);
        PageSize size = PageSize.adaptive(10);
        KeysetPagingReader reader = new KeysetPagingReader(DATABASES, space, size, LOOKUPS);
        reader.open(new ExecutionContext());
        Page page = Objects.requireNonNull(reader.read());
        reader.done(new PageResult(Ledger.NONE, List.of(), rows(space, page)), Duration.ofHours(1));
        assertThat(reader.isFinished()).isTrue();
        assertThat(reader.read()).isNull();
        assertThat(size.rows()).as("what other pages should have").isEqualTo(10);
        assertTiles(space, KeyRange.ALL, List.of(page));
    }

    @Test
    void a_page_size_that_is_given_holds_without_an_index() throws Exception {
        KeySpace space = new KeySpace(TABLES.space("of_uuid", LEFT).sides(), false, null);
        assertTiles(space, KeyRange.ALL, pages(space, 100, KeyRange.ALL));
        assertThat(pages(space, 100, KeyRange.ALL)).hasSizeGreaterThan(2);
    }

    @Test
    void a_range_that_was_cut_in_another_order_is_refused() throws Exception {
        KeySpace space = new KeySpace(TABLES.space("of_uuid", LEFT).sides(), true, "bytes");
        ExecutionContext same = new ExecutionContext(
                RangeProgress.of(KeyRange.ALL, "bytes").next(KeyValue.of("a")).toMap());
        ExecutionContext other = new ExecutionContext(
                RangeProgress.of(KeyRange.ALL, "icu de 153.80").toMap());
        try (Closing reader = new Closing(new KeysetPagingReader(DATABASES, space, PageSize.fixed(5), LOOKUPS))) {
            reader.reader().open(new ExecutionContext());
            assertThatExceptionOfType(UserMistake.class)
                    .isThrownBy(() -> reader.reader().open(other))
                    .withMessage(
                            "the run was begun while keys were sorted, or rows compared, otherwise (icu de 153.80) than they are"
                                    + " now (bytes), so that its parts would not fit together; begin anew with --reset");
        }
        assertThat(RangeProgress.from(same).order()).isEqualTo("bytes");
    }
}
