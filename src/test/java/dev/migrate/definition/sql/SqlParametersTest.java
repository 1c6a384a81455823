package dev.migrate.definition.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlParametersTest {

    private final SqlParameters parameters = new SqlParameters(new JobRequest(
            "job", Map.of("day", "2024-01-01", "n", "7", "größe", "8"), path -> "x.yml:1(" + path + ")"));

    @Test
    void binds_parameters_in_the_order_of_the_sql() {
        assertThat(condition("a > :n and day=:day::date or b<:n"))
                .isEqualTo(BoundSql.of("a > ? and day=?::date or b<?", "7", "2024-01-01", "7"));
        assertThat(condition("f(a => :n) = :größe")).isEqualTo(BoundSql.of("f(a => ?) = ?", "7", "8"));
    }

    @Test
    void is_true_without_sql() {
        assertThat(parameters.condition("source.where", null)).isEqualTo(BoundSql.TRUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a::text = b :: text",
                "a = ':n' and b = 'it''s :n'",
                "a = E'\\' :n' and b = e'\\\\:n'",
                "a = E'x''\\' :n'",
                "a = '\\' and b = ':n'",
                "a = U&'\\0041 :n' and b = B'01' and name'x' = ':n'",
                "\":n\" = 1 and \"a\"\":n\" = 2",
                "a = $$ :n ' $$ and b = $x$ :n $$ :n $x$",
                "a$b$c = 1",
                "a = 1 /* :n ' */ and b = 2 /* /* :n */ ( ; */",
                "a[1:n] = b[:n]",
                "a[1][2:n] = (f(b))[:n] and (array[1,2])[1:n] is null",
                "\"a\"[1:n] = b",
                "f(a := 1)",
                "a = :1 and b :- c",
                "a = '{\"k\":n}'::jsonb",
            })
    void leaves_alone_what_only_looks_like_a_parameter(String sql) {
        assertThat(condition(sql)).isEqualTo(BoundSql.of(sql));
    }

    @Test
    void finds_parameters_within_brackets_that_are_no_slice() {
        assertThat(condition("a = any(array[:n, :day]) and b = ARRAY [[:n], [:n]]"))
                .isEqualTo(BoundSql.of("a = any(array[?, ?]) and b = ARRAY [[?], [?]]", "7", "2024-01-01", "7", "7"));
        assertThat(condition("a[(:n)] = b[f(:n):2]")).isEqualTo(BoundSql.of("a[(?)] = b[f(?):2]", "7", "7"));
    }

    @Test
    void doubles_question_marks_that_are_operators() {
        assertThat(condition("a ? 'k?' and b ?| array['x'] -- ?\n and \"?\" @? '$.a' /* ? */ and c = $$?$$"))
                .isEqualTo(BoundSql.of("a ?? 'k?' and b ??| array['x']  \n and \"?\" @?? '$.a' /* ? */ and c = $$?$$"));
    }

    @Test
    void takes_line_comments_out_lest_they_swallow_what_comes_next() {
        assertThat(condition("a = 1 -- :n, it's (")).isEqualTo(BoundSql.of("a = 1  "));
        assertThat(condition("a = 1 -- x\r\nand b = '--' -- y\nand c"))
                .isEqualTo(BoundSql.of("a = 1  \r\nand b = '--'  \nand c"));
    }

    @Test
    void tells_which_parameter_the_command_line_lacks() {
        assertRefused("a = :weekday", "the SQL uses :weekday, which the command line does not give; add weekday=VALUE");
        assertRefused("a = :Day", "the SQL uses :Day, which the command line does not give; add Day=VALUE");
    }

    @Test
    void refuses_parameters_of_the_server() {
        assertRefused("a = $1", "$1 stands for nothing; a parameter of the job is written :name");
        assertThat(condition("a$1 = '$1'")).isEqualTo(BoundSql.of("a$1 = '$1'"));
    }

    @Test
    void refuses_what_would_end_the_condition() {
        assertRefused("a = 1; drop table x", "a condition has no ; in it; remove it");
        assertRefused("a = 1) or (1 = 1", "the SQL has a ) that closes nothing");
        assertRefused("a = (1]", "the SQL has a ] that closes nothing");
        assertRefused("a = (1 + (2)", "the SQL lacks a closing )");
        assertRefused("a[1", "the SQL lacks a closing ]");
        assertThat(condition("a = ';)' and (b[1]) = (2)")).isEqualTo(BoundSql.of("a = ';)' and (b[1]) = (2)"));
    }

    @Test
    void refuses_what_has_no_end() {
        assertRefused("a = 'x", "the SQL has no end of a literal in quotes");
        assertRefused("a = 'x''", "the SQL has no end of a literal in quotes");
        assertRefused("a = E'x\\'", "the SQL has no end of a literal in quotes");
        assertRefused("\"a = 1", "the SQL has no end of a name in double quotes");
        assertRefused("a = $x$ y $$", "the SQL has no end of the literal after $x$");
        assertRefused("a = 1 /* /* */", "the SQL has no end of a comment");
        assertRefused("a = 1 /*/", "the SQL has no end of a comment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "-- nothing", "/* nothing */"})
    void refuses_a_condition_that_says_nothing(String sql) {
        assertRefused(sql, "the condition is empty; leave the key out to take all rows");
    }

    private BoundSql condition(String sql) {
        return parameters.condition("source.where", sql);
    }

    private void assertRefused(String sql, String sentence) {
        assertThatThrownBy(() -> condition(sql))
                .isInstanceOf(UserMistake.class)
                .hasMessage("x.yml:1(source.where): " + sentence);
    }
}
