package dev.migrate.type.compare.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyValue;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SightingTest {

    private static final KeyValue KEY = KeyValue.of(17);

    @Test
    void a_row_that_both_sides_have_now_and_that_is_the_same_was_only_in_motion() {
        Sighting sighting = sighting(List.of(row("a", true, "x", "y")), List.of(row("b", true, "x", "y")));
        assertThat(sighting.concernsPage()).isTrue();
        assertThat(sighting.verdicts(KEY)).isEmpty();
    }

    @Test
    void a_row_that_neither_side_has_any_more_is_no_row() {
        assertThat(sighting(List.of(), List.of()).concernsPage()).isFalse();
    }

    @Test
    void the_columns_that_differ_are_named() {
        Sighting sighting = sighting(List.of(row("a", true, "x", "y")), List.of(row("b", true, "x", "z")));
        assertThat(sighting.verdicts(KEY)).singleElement().satisfies(verdict -> {
            assertThat(verdict.kind()).isEqualTo(Kind.DIFFERENT);
            assertThat(verdict.differing()).containsExactly(1);
        });
    }

    @Test
    void a_row_of_one_side_alone_is_missing_or_extra() {
        assertThat(kinds(sighting(List.of(row("a", true, "x")), List.of()))).containsExactly(Kind.MISSING);
        assertThat(kinds(sighting(List.of(), List.of(row("b", true, "x"))))).containsExactly(Kind.EXTRA);
    }

    @Test
    void a_row_that_lies_in_another_page_of_the_target_is_compared_all_the_same() {
        Sighting sighting = sighting(List.of(row("a", true, "x")), List.of(row("b", false, "z")));
        assertThat(sighting.concernsPage()).isTrue();
        assertThat(kinds(sighting)).containsExactly(Kind.DIFFERENT);
    }

    @Test
    void a_row_that_lies_in_another_page_of_the_source_is_the_affair_of_that_one() {
        assertThat(sighting(List.of(row("a", false, "x")), List.of(row("b", true, "z")))
                        .concernsPage())
                .isFalse();
    }

    @Test
    void a_row_that_two_tables_of_the_target_have_is_once_too_often_there() {
        Sighting sighting = sighting(List.of(row("a", true, "x")), List.of(row("b1", true, "y"), row("b2", true, "x")));
        assertThat(sighting.verdicts(KEY)).singleElement().satisfies(verdict -> {
            assertThat(verdict.kind()).isEqualTo(Kind.EXTRA);
            assertThat(verdict.target()).isEqualTo(row("b1", true, "y"));
        });
    }

    @Test
    void other_values_have_another_fingerprint() {
        Sighting sighting = sighting(List.of(row("a", true, "x")), List.of(row("b", true, "y")));
        assertThat(sighting(List.of(row("a", true, "x")), List.of(row("b", true, "y")))
                        .fingerprint())
                .isEqualTo(sighting.fingerprint());
        assertThat(sighting(List.of(row("a", true, "x")), List.of(row("b", true, "z")))
                        .fingerprint())
                .isNotEqualTo(sighting.fingerprint());
    }

    private static List<Kind> kinds(Sighting sighting) {
        return sighting.verdicts(KEY).stream().map(Verdict::kind).toList();
    }

    private static Sighting sighting(List<SideRow> source, List<SideRow> target) {
        return new Sighting(source, target);
    }

    private static SideRow row(String database, boolean here, String... values) {
        return new SideRow(new DatabaseName(database), here, List.of(values), List.of(values));
    }
}
