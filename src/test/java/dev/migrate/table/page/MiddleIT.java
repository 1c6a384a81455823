package dev.migrate.table.page;

import static dev.migrate.table.KeyTables.LEFT;
import static dev.migrate.table.KeyTables.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.KeyTables;
import dev.migrate.testing.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Ranges that are cut while they are worked on, page by page of which a row takes 50 ms. */
class MiddleIT {

    private static final TestDatabases DATABASES = new TestDatabases("left", "right");
    private static final KeyTables TABLES = new KeyTables(DATABASES);
    private static final Duration WORTH_IT = Duration.ofSeconds(20);

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    static Stream<String> tables() {
        return KeyTables.names();
    }

    private static KeysetPagingReader reader(KeySpace space, int pageSize, KeyRange range) {
        KeysetPagingReader reader = new KeysetPagingReader(DATABASES, space, PageSize.fixed(pageSize), Runnable::run);
        reader.open(new ExecutionContext(RangeProgress.of(range).toMap()));
        return reader;
    }

    /** Does a page; false at the end. */
    private static boolean page(KeysetPagingReader reader, KeySpace space) throws Exception {
        return page(reader, space, 50);
    }

    private static boolean page(KeysetPagingReader reader, KeySpace space, long millisARow) throws Exception {
        Page page = reader.read();
        if (page == null) {
            return false;
        }
        long rows = rows(space, page.range());
        reader.done(new PageResult(Ledger.NONE, List.of(), rows), Duration.ofMillis(rows * millisARow));
        return true;
    }

    private static long rows(KeySpace space, KeyRange range) throws Exception {
        return TABLES.count(space.first(), range);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_parts_hold_all_rows_and_about_half_of_those_that_were_left_each(String table) throws Exception {
        KeySpace space = TABLES.space(table, LEFT, RIGHT);
        KeysetPagingReader reader = reader(space, 50, KeyRange.ALL);
        page(reader, space);
        KeyRange rest = reader.progress().rest();
        KeyValue cut = reader.middle(WORTH_IT).orElseThrow();

        long below = rows(space, rest.upTo(cut));
        long above = rows(space, rest.above(cut));

        assertThat(below + above).isEqualTo(rows(space, rest));
        assertThat(below).isBetween(above - 1, above + 1);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_range_that_was_made_to_end_earlier_has_no_page_beyond(String table) throws Exception {
        KeySpace space = TABLES.space(table, LEFT, RIGHT);
        KeysetPagingReader reader = reader(space, 50, KeyRange.ALL);
        page(reader, space);
        KeyValue cut = reader.middle(WORTH_IT).orElseThrow();
        List<KeyValue> ends = new ArrayList<>();

        reader.endAt(cut);
        while (page(reader, space)) {
            ends.add(Objects.requireNonNull(reader.progress().position()));
        }

        assertThat(ends.get(ends.size() - 1)).isEqualTo(cut);
        assertThat(reader.isFinished()).isTrue();
        assertThat(reader.progress().range().upper()).isEqualTo(cut);
    }

    @Test
    void of_very_much_the_owner_keeps_half_a_minute() throws Exception {
        KeySpace space = TABLES.space("of_int2", LEFT);
        KeysetPagingReader reader = reader(space, 1, KeyRange.ALL);
        page(reader, space, 1_000);
        KeyRange rest = reader.progress().rest();

        KeyValue cut = reader.middle(WORTH_IT).orElseThrow();

        assertThat(rows(space, rest.upTo(cut))).isEqualTo(32);
    }

    @Test
    void what_does_not_take_that_long_is_not_cut() throws Exception {
        KeySpace space = TABLES.space("of_int2", LEFT);
        KeysetPagingReader reader = reader(space, 50, KeyRange.ALL);
        page(reader, space);
        long left = rows(space, reader.progress().rest());

        assertThat(reader.middle(Duration.ofMillis(left * 50 + 1))).isEmpty();
        assertThat(reader.middle(Duration.ofMillis(left * 50))).isPresent();
    }

    @Test
    void nothing_is_cut_before_a_page_has_told_how_long_it_takes_nor_when_none_is_left() throws Exception {
        KeySpace space = TABLES.space("of_int2", LEFT);
        KeysetPagingReader reader = reader(space, 150, KeyRange.ALL);
        assertThat(reader.middle(Duration.ZERO)).isEmpty();

        while (page(reader, space)) {
            // to the end
        }

        assertThat(reader.middle(Duration.ZERO)).isEmpty();
    }
}
