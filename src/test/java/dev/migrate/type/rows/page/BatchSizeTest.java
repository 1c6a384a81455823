package dev.migrate.type.rows.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BatchSizeTest {

    private final BatchSize size = new BatchSize();

    @Test
    void a_batch_has_as_many_rows_as_fit_into_memory_by_the_largest_seen() {
        assertThat(size.next()).isEqualTo(100);
        size.saw(1 << 20);
        size.saw(10);
        assertThat(size.next()).isEqualTo(8);
        assertThat(size.next()).isEqualTo(8);
        size.saw(250);
        assertThat(size.next()).isEqualTo(5_000);
    }

    @Test
    void a_batch_has_a_row_however_large_that_is() {
        size.saw(1 << 30);
        assertThat(size.next()).isOne();
        size.saw(0);
        assertThat(size.next()).isEqualTo(5_000);
    }
}
