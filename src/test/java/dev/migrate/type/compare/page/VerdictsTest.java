package dev.migrate.type.compare.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Finding;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class VerdictsTest {

    private static final ColumnName ID = new ColumnName("id");
    private static final RowHash COMPARED = new RowHash(
            List.of(column(ID)), List.of(column(new ColumnName("a")), column(new ColumnName("b"))), true, true);

    private final Verdicts verdicts =
            new Verdicts(new DatabaseName("replica"), new Key(List.of(new Key.Column(ID, "bigint"))), COMPARED);

    @Test
    void a_row_that_both_sides_have_now_and_that_is_the_same_was_only_in_motion() {
        judge(row(true, "x", "y"), row(true, "x", "y"));
        assertThat(verdicts.findings()).isEmpty();
        assertThat(verdicts.sourceRows()).isEqualTo(1);
    }

    @Test
    void a_row_that_neither_side_has_any_more_is_no_row() {
        judge(null, null);
        assertThat(verdicts.findings()).isEmpty();
        assertThat(verdicts.sourceRows()).isZero();
    }

    @Test
    void the_columns_that_differ_are_named_with_both_values() {
        judge(row(true, "x", "y"), row(true, "x", "z"));
        assertThat(verdicts.findings())
                .containsExactly(new Finding(
                        new DatabaseName("replica"),
                        Map.of("id", 17L),
                        Finding.Kind.DIFFERENT,
                        null,
                        Map.of("b", Map.of("source", "y", "target", "z"))));
        assertThat(verdicts.found()).isEqualTo(1);
    }

    @Test
    void a_row_of_the_target_alone_is_extra_and_not_among_those_read() {
        judge(null, row(true, "x", "y"));
        assertThat(kinds()).containsExactly(Finding.Kind.EXTRA);
        assertThat(verdicts.sourceRows()).isZero();
        assertThat(verdicts.found()).isZero();
    }

    @Test
    void a_row_of_the_source_alone_is_missing() {
        judge(row(true, "x", "y"), null);
        assertThat(kinds()).containsExactly(Finding.Kind.MISSING);
        assertThat(verdicts.found()).isEqualTo(1);
    }

    @Test
    void a_row_that_lies_in_another_page_of_the_source_is_left_to_that_page() {
        judge(row(false, "x", "y"), row(true, "x", "z"));
        assertThat(verdicts.findings()).isEmpty();
        assertThat(verdicts.sourceRows()).isZero();
    }

    @Test
    void a_row_that_lies_in_another_page_of_the_target_is_compared_all_the_same() {
        judge(row(true, "x", "y"), row(false, "x", "z"));
        assertThat(kinds()).containsExactly(Finding.Kind.DIFFERENT);
    }

    private void judge(@Nullable SideRow source, @Nullable SideRow target) {
        verdicts.add(KeyValue.of(17), source, target);
    }

    private List<Finding.Kind> kinds() {
        return verdicts.findings().stream().map(Finding::kind).toList();
    }

    private static SideRow row(boolean here, String... values) {
        return new SideRow(here, List.of(values), List.of(values));
    }

    private static ComparedColumn column(ColumnName name) {
        return new ComparedColumn(name, name.quoted(), name.quoted(), List.of(name.quoted()), true);
    }
}
