package dev.migrate.type.rows.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BatchSizeTest {

    private final BatchSize size = new BatchSize();

    @Test
    void it_begins_with_a_few_and_grows_step_by_step() {
        assertThat(size.next()).isEqualTo(4);
        size.saw(250);
        assertThat(size.next()).isEqualTo(32);
        size.saw(250);
        assertThat(size.next()).isEqualTo(256);
        size.saw(250);
        assertThat(size.next()).isEqualTo(2_048);
        size.saw(250);
        assertThat(size.next()).isEqualTo(5_000);
    }

    @Test
    void a_batch_has_as_many_rows_as_fit_into_memory_by_the_largest_seen() {
        size.saw(1 << 20);
        size.saw(10);
        assertThat(size.next()).isEqualTo(8);
        assertThat(size.next()).isEqualTo(8);
    }

    @Test
    void a_batch_has_a_row_however_large_that_is() {
        size.saw(1 << 30);
        assertThat(size.next()).isOne();
    }
}
