package dev.migrate.type.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Page;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.HashWay;
import dev.migrate.type.compare.hash.RowHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IdBucketsTest {

    private static final RowHash BY_ID = new RowHash(
            List.of(new ComparedColumn(
                    new ColumnName("id"), "id::text", "id::text", List.of("id"), true, Optional.empty())),
            List.of(),
            HashWay.TYPED,
            true);

    @Test
    void dense_ids_fall_into_buckets_of_about_a_hundred_rows() {
        assertThat(Buckets.of(page(0, 50_000, 50_000), BY_ID, true))
                .isEqualTo(new IdBuckets(0, 50_000, 100, BY_ID, true));
    }

    @Test
    void ids_with_gaps_fall_into_wider_buckets() {
        assertThat(Buckets.of(page(-5_000, 5_000, 1_000), BY_ID, true))
                .isEqualTo(new IdBuckets(-5_000, 5_000, 1_000, BY_ID, true));
    }

    @Test
    void sparse_ids_are_hashed() {
        assertThat(Buckets.of(page(0, 1_000_000_000, 1_000), BY_ID, true)).isInstanceOf(HashBuckets.class);
    }

    @Test
    void a_range_without_a_lower_bound_is_hashed() {
        Page first = new Page(1, KeyRange.ALL.upTo(KeyValue.of(100)), 100);
        assertThat(Buckets.of(first, BY_ID, true)).isInstanceOf(HashBuckets.class);
    }

    @Test
    void a_range_wider_than_bigint_is_hashed() {
        assertThat(Buckets.of(page(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE), BY_ID, true))
                .isInstanceOf(HashBuckets.class);
    }

    @Test
    void an_empty_range_is_hashed() {
        assertThat(Buckets.of(page(7, 7, 10), BY_ID, true)).isInstanceOf(HashBuckets.class);
    }

    @Test
    void neighbouring_buckets_are_read_as_one_range() {
        assertThat(new IdBuckets(0, 1_000, 100, BY_ID, true).ranges(List.of(7L, 3L, 2L, 8L)))
                .containsExactly(range(200, 400), range(700, 900));
    }

    @Test
    void the_last_bucket_ends_with_the_page() {
        assertThat(new IdBuckets(0, 250, 100, BY_ID, true).ranges(List.of(2L))).containsExactly(range(200, 250));
    }

    @Test
    void the_last_bucket_ends_with_the_page_at_the_end_of_bigint() {
        long lower = Long.MAX_VALUE - 150;
        assertThat(new IdBuckets(lower, Long.MAX_VALUE, 100, BY_ID, true).ranges(List.of(1L)))
                .containsExactly(range(lower + 100, Long.MAX_VALUE));
    }

    private static Page page(long lower, long upper, long rows) {
        return new Page(1, range(lower, upper), rows);
    }

    private static KeyRange range(long lower, long upper) {
        return new KeyRange(KeyValue.of(lower), KeyValue.of(upper));
    }
}
