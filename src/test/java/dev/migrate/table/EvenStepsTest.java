package dev.migrate.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.key.KeyValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvenStepsTest {

    private static List<Long> cuts(long first, long last, int steps) {
        return new EvenSteps(first, last)
                .cuts(steps).stream().map(KeyValue::asLong).toList();
    }

    @Test
    void makes_exactly_as_many_steps_as_asked_for() {
        assertThat(cuts(1, 15_000, 10_000)).hasSize(9_999).isSorted().doesNotHaveDuplicates();
        assertThat(cuts(1, 100, 4)).containsExactly(25L, 50L, 75L);
        assertThat(cuts(-5, 4, 3)).containsExactly(-3L, 0L);
    }

    @Test
    void makes_no_more_steps_than_there_are_ids() {
        assertThat(cuts(7, 9, 10)).containsExactly(7L, 8L);
        assertThat(cuts(7, 7, 10)).isEmpty();
        assertThat(cuts(7, 9, 1)).isEmpty();
    }

    @Test
    void reaches_from_one_end_of_bigint_to_the_other() {
        assertThat(cuts(Long.MIN_VALUE, Long.MAX_VALUE, 4)).containsExactly(-(1L << 62) - 1, -1L, (1L << 62) - 1);
        assertThat(cuts(Long.MAX_VALUE - 1, Long.MAX_VALUE, 2)).containsExactly(Long.MAX_VALUE - 1);
        assertThat(cuts(Long.MIN_VALUE, Long.MIN_VALUE + 1, 2)).containsExactly(Long.MIN_VALUE);
    }

    @Test
    void is_dense_if_every_second_id_is_taken() {
        assertThat(new EvenSteps(1, 200).areDense(100)).isTrue();
        assertThat(new EvenSteps(1, 201).areDense(100)).isFalse();
        assertThat(new EvenSteps(Long.MIN_VALUE, Long.MAX_VALUE).areDense(Long.MAX_VALUE))
                .isFalse();
    }
}
