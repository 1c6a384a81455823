package dev.migrate.table.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.Ordering;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import java.util.List;
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
    void keys_cut_when_no_order_was_stored_are_of_use_in_the_natural_one_only() {
        KeyRange cut = new KeyRange(null, KeyValue.of("m"));
        RangeProgress.of(cut).demandOrder(space(Ordering.NATURAL));
        RangeProgress.of(KeyRange.of(KeyValue.of("m"))).demandOrder(space(Ordering.BYTES));
        RangeProgress.of(cut, "bytes").demandOrder(space(Ordering.BYTES));
        assertThatExceptionOfType(UserMistake.class)
                .isThrownBy(() -> RangeProgress.of(cut).demandOrder(space(Ordering.BYTES)))
                .withMessage(
                        "the run was begun while keys were sorted, or rows compared, otherwise (in their natural order) than they"
                                + " are now (bytes), so that its parts would not fit together; begin anew with --reset");
    }

    private static KeySpace space(Ordering ordering) {
        Key key = new Key(List.of(new Key.Column(new ColumnName("k"), "text", ordering)));
        RowSource rows = new RowSource(new DatabaseName("db"), TableName.of("t"), key, BoundSql.TRUE);
        return new KeySpace(List.of(rows), true, "bytes");
    }

    @Test
    void rejects_fewer_pages_than_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeProgress(KeyRange.ALL, null, -1));
    }
}
