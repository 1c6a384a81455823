package dev.migrate.definition.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.key.BoundSql;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class LiteralSqlTest {

    @Test
    void each_argument_gets_its_literal_and_operators_their_single_question_mark() {
        assertThat(of(
                        "select ?::int, a ?? ?, a ??| b, ?????, '?', \"?\", $$?$$, /* ? */ e?",
                        "'1'",
                        "'?'",
                        "'3'",
                        "'4'"))
                .isEqualTo("select  '1' ::int, a ?  '?' , a ?| b, ?? '3' , '?', \"?\", $$?$$, /* ? */ e '4' ");
    }

    @Test
    void a_literal_is_not_looked_into() {
        assertThat(of("? and ?", "'?; -- $1'", "E'\\\\'")).isEqualTo(" '?; -- $1'  and  E'\\\\' ");
    }

    @Test
    void arguments_and_places_are_as_many() {
        assertThatThrownBy(() -> of("select ?", "'1'", "'2'")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of("select ?, ?", "'1'")).isInstanceOf(NoSuchElementException.class);
    }

    private static String of(String sql, String... literals) {
        return LiteralSql.of(BoundSql.of(sql), List.of(literals));
    }
}
