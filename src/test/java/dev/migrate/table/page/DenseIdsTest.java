package dev.migrate.table.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import org.junit.jupiter.api.Test;

class DenseIdsTest {

    private static KeyRange range(long lower, long upper) {
        return new KeyRange(KeyValue.of(lower), KeyValue.of(upper));
    }

    private static PageEnd end(long key, long rows) {
        return new PageEnd(KeyValue.of(key), rows);
    }

    @Test
    void computes_the_next_end_by_the_density_of_the_last_page() {
        assertThat(DenseIds.of(range(0, 100), 100).end(range(100, 1_000), 100)).contains(end(200, 100));
        assertThat(DenseIds.of(range(0, 100), 50).end(range(100, 1_000), 100)).contains(end(300, 100));
    }

    @Test
    void a_sparse_page_makes_the_next_end_be_looked_up() {
        assertThat(DenseIds.of(range(0, 100), 49).end(range(100, 1_000), 100)).isEmpty();
        assertThat(DenseIds.of(range(0, 100), 0).end(range(100, 1_000), 100)).isEmpty();
        assertThat(DenseIds.UNKNOWN.end(range(100, 1_000), 100)).isEmpty();
    }

    @Test
    void a_range_that_is_narrower_than_a_page_is_a_page() {
        assertThat(DenseIds.UNKNOWN.end(range(100, 200), 100)).contains(end(200, 100));
        assertThat(DenseIds.UNKNOWN.end(range(100, 130), 100)).contains(end(130, 30));
        assertThat(DenseIds.of(range(0, 100), 50).end(range(100, 300), 100)).contains(end(300, 100));
    }

    @Test
    void does_not_run_over_the_ends_of_bigint() {
        assertThat(DenseIds.UNKNOWN.end(range(Long.MIN_VALUE, Long.MAX_VALUE), 100))
                .isEmpty();
        assertThat(DenseIds.of(range(0, 100), 100).end(range(Long.MAX_VALUE - 5, Long.MAX_VALUE), 100))
                .contains(end(Long.MAX_VALUE, 5));
        assertThat(DenseIds.of(range(Long.MIN_VALUE, Long.MAX_VALUE), 100).areDense())
                .isFalse();
    }

    @Test
    void a_range_without_lower_bound_tells_nothing() {
        KeyRange first = new KeyRange(null, KeyValue.of(5));
        assertThat(DenseIds.of(first, 1_000_000).areDense()).isFalse();
        assertThat(DenseIds.of(range(0, 100), 100).end(first, 100)).isEmpty();
    }

    @Test
    void more_rows_than_ids_still_make_a_step() {
        assertThat(DenseIds.of(range(0, 10), 1_000).end(range(10, 1_000), 5)).contains(end(11, 5));
    }
}
