package dev.migrate.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columns_are_as_wide_as_what_is_in_them_and_numbers_stand_at_the_right() {
        TextTable table =
                new TextTable("JOB", "ROWS", "REASON").row("check", "1,000", "").row("a longer name", "7", "it broke");
        assertThat(table.lines())
                .containsExactly(
                        "JOB             ROWS  REASON", "check          1,000", "a longer name      7  it broke");
    }

    @Test
    void nothing_in_a_cell_breaks_the_line() {
        assertThat(new TextTable("REASON").row("first\nsecond\u001b[2J").lines())
                .containsExactly("REASON", "first second [2J");
    }

    @Test
    void a_table_without_rows_is_its_head() {
        assertThat(new TextTable("JOB", "TYPE").lines()).containsExactly("JOB  TYPE");
    }
}
