package dev.migrate.table.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageSizeTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final PageSize size = PageSize.adaptive(5_000);

    /** Pages of a table that gives so many rows a second. */
    private void learnFrom(int pages, int rowsPerSecond) {
        for (int i = 0; i < pages; i++) {
            size.learn(size.rows(), size.rows(), Duration.ofNanos(size.rows() * 1_000_000_000L / rowsPerSecond));
        }
    }

    @Test
    void settles_where_a_page_takes_half_a_second() {
        learnFrom(20, 60_000);
        assertThat(size.rows()).isBetween(29_000, 31_000);
        learnFrom(20, 4_000);
        assertThat(size.rows()).isBetween(1_900, 2_100);
    }

    @Test
    void stays_within_bounds() {
        learnFrom(50, Integer.MAX_VALUE);
        assertThat(size.rows()).isEqualTo(200_000);
        learnFrom(50, 10);
        assertThat(size.rows()).isEqualTo(5);
        learnFrom(50, 1);
        assertThat(size.rows()).isEqualTo(1);
        learnFrom(50, 10);
        assertThat(size.rows()).isBetween(4, 6);
    }

    @Test
    void one_page_changes_it_by_half_at_most() {
        size.learn(5_000, 5_000, AT_ONCE);
        assertThat(size.rows()).isEqualTo(7_500);
        size.learn(7_500, 7_500, LONG);
        assertThat(size.rows()).isEqualTo(5_625);
    }

    @Test
    void a_page_that_was_hardly_filled_does_not_make_it_grow() {
        size.learn(5_000, 2_499, AT_ONCE);
        assertThat(size.rows()).isEqualTo(5_000);
        size.learn(5_000, 2_500, AT_ONCE);
        assertThat(size.rows()).isEqualTo(7_500);
    }

    @Test
    void a_page_that_was_meant_to_be_small_neither_shrinks_it_by_being_fast() {
        size.learn(20, 20, AT_ONCE);
        assertThat(size.rows()).isEqualTo(5_000);
    }

    @Test
    void a_page_that_was_meant_to_be_large_does_not_make_it_grow_by_being_slow() {
        size.learn(100_000, 100_000, Duration.ofMillis(600));
        assertThat(size.rows()).isEqualTo(5_000);
    }

    @Test
    void many_threads_that_learn_the_same_do_not_add_up() {
        for (int thread = 0; thread < 64; thread++) {
            size.learn(5_000, 5_000, AT_ONCE);
        }
        assertThat(size.rows()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void a_fixed_size_learns_nothing() {
        PageSize fixed = PageSize.fixed(7);
        fixed.learn(7, 7, AT_ONCE);
        fixed.learn(7, 7, LONG);
        assertThat(fixed.rows()).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> PageSize.fixed(0));
    }
}
