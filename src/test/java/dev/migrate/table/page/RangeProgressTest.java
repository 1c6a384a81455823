package dev.migrate.table.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class RangeProgressTest {

    @Test
    void stands_in_a_context_as_json() {
        RangeProgress progress = new RangeProgress(
                new KeyRange(KeyValue.of("17", "a\"b"), KeyValue.of("40", "")), KeyValue.of("18", "é\n"), 3);
        assertThat(progress.toMap())
                .isEqualTo(Map.of(
                        "lower", "[\"17\",\"a\\\"b\"]",
                        "upper", "[\"40\",\"\"]",
                        "position", "[\"18\",\"é\\n\"]",
                        "page", 3L));
        assertThat(RangeProgress.from(progress.toMap())).isEqualTo(progress);
    }

    @Test
    void leaves_out_what_there_is_not() {
        assertThat(RangeProgress.of(KeyRange.ALL).toMap()).isEqualTo(Map.of("page", 0L));
    }

    @Test
    void an_empty_context_is_the_beginning_of_everything() {
        assertThat(RangeProgress.from(new ExecutionContext())).isEqualTo(RangeProgress.of(KeyRange.ALL));
    }

    @Test
    void survives_a_context_that_makes_small_numbers_smaller() {
        assertThat(RangeProgress.from(Map.of("page", 3)).page()).isEqualTo(3);
    }

    @Test
    void goes_on_page_by_page_until_the_end() {
        RangeProgress begun =
                RangeProgress.of(new KeyRange(null, KeyValue.of(9))).next(KeyValue.of(5));
        assertThat(begun.isFinished()).isFalse();
        assertThat(begun.rest()).isEqualTo(new KeyRange(KeyValue.of(5), KeyValue.of(9)));
        assertThat(begun.next(KeyValue.of(9)).isFinished()).isTrue();
        assertThat(begun.next(KeyValue.of(9)).page()).isEqualTo(2);
    }

    @Test
    void keeps_other_entries_of_a_context() {
        ExecutionContext context = new ExecutionContext(Map.of("other", "x"));
        RangeProgress.of(KeyRange.ALL).writeTo(context);
        assertThat(context.getString("other")).isEqualTo("x");
    }

    @Test
    void rejects_fewer_pages_than_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeProgress(KeyRange.ALL, null, -1));
    }
}
