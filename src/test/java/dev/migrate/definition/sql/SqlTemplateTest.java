package dev.migrate.definition.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.TableName;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTemplateTest {

    private final SqlParameters parameters =
            new SqlParameters(new JobRequest("job", Map.of("n", "7"), path -> "x.yml:1(" + path + ")"));

    @Test
    void binds_ranges_and_parameters_in_the_order_of_the_sql() {
        assertThat(onPage("update t set a = :n where {range} and b < :n and {range p}"))
                .isEqualTo(BoundSql.of(
                        "update t set a = ? where (id > ?) and b < ? and (\"p\".id > ?)", "7", "low", "7", "low"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not {range}                    | not (id > ?)
            {range} or x                   | (id > ?) or x
            cast({range} as int)           | cast((id > ?) as int)
            {range}::int                   | (id > ?)::int
            case when{range}then 1 end     | case when(id > ?)then 1 end
            a[:n] = b and {range}          | a[:n] = b and (id > ?)
            (x)[{range}::int]              | (x)[(id > ?)::int]
            { range }                      | (id > ?)
            {range  P}                     | ("p".id > ?)
            {range forum.Posts}            | ("forum"."posts".id > ?)
            {range "Odd } Name"}           | ("Odd } Name".id > ?)
            {range "a""}"."b"}             | ("a""}"."b".id > ?)
            {range größe}                  | ("größe".id > ?)
            """)
    void takes_the_range_wherever_a_condition_can_stand(String sql, String bound) {
        assertThat(onPage(sql).sql()).isEqualTo(bound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = '{range}' or b = E'\\'{range p}'",
                "a = '{a,b}'::text[] or a = '{\"k\": {}}'::jsonb",
                "a = $${range}$$ or b = $x${range} $$ {$x$",
                "\"{range}\" = 1 or \"a\"\"{range\" = 1",
                "a = 1 /* {range} /* { */ } */",
            })
    void leaves_alone_what_only_looks_like_a_range(String sql) {
        assertThat(onPage(sql + " or {range}")).isEqualTo(BoundSql.of(sql + " or (id > ?)", "low"));
    }

    @Test
    void a_range_in_a_line_comment_is_none() {
        assertThat(onPage("select 1 -- {range} {\nwhere {range} -- it's {"))
                .isEqualTo(BoundSql.of("select 1  \nwhere (id > ?)  ", "low"));
        assertRefused("select 1 -- {range}", NO_RANGE);
    }

    @Test
    void keeps_question_marks_that_are_operators_apart_from_parameters() {
        assertThat(onPage("{range} and a ? 'k' and :n?:n and b ?:n and c @? '$' and d ?| e")
                        .sql())
                .isEqualTo("(id > ?) and a ?? 'k' and ? ??? and b ??? and c @?? '$' and d ??| e");
    }

    @Test
    void one_semicolon_may_end_it() {
        assertThat(onPage("select {range} ; \n -- that's it").sql()).isEqualTo("select (id > ?) ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select {range}; select 2",
                "select {range};;",
                "; select {range} ;",
                "select 1; select {range}",
                "select ({range}; select 2)",
            })
    void refuses_several_statements(String sql) {
        assertThatThrownBy(() -> statement(sql)).isInstanceOf(UserMistake.class);
    }

    @Test
    void tells_what_to_do_about_several_statements() {
        assertRefused(
                "update t set a = 1 where {range}; delete from t",
                "the SQL has more than one statement, and a page runs one; remove what comes after the first ;");
    }

    private static final String NO_RANGE =
            "the SQL has no {range}, so that every page would run it on the whole table; write where {range}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update t set a = 1",
                "update t set a = '{range}'",
                "select \"{range}\"",
                "select $${range}$$",
                "select 1 /* {range} */",
                "select range",
            })
    void refuses_a_statement_that_every_page_would_run_on_all_rows(String sql) {
        assertRefused(sql, NO_RANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{rnge}", "{RANGE}", "{}", "{rangep}", "{d '2024-01-01'}", "{fn now()}", "{range{p}", "{\n}"})
    void refuses_other_braces(String braces) {
        assertRefused(
                "select 1 where {range} and " + braces,
                braces + " stands for nothing; write {range} or {range alias}, or put a literal in quotes");
    }

    @Test
    void refuses_an_alias_that_is_none() {
        assertRefused(
                "select {range 1p}", "\"1p\" is not a name in SQL; put a name with other characters in double quotes");
        assertRefused(
                "select {range a, b}",
                "\"a, b\" is not a name in SQL; put a name with other characters in double quotes");
        assertRefused("select {range a.b.c}", "\"a.b.c\" is not a table: write table or schema.table");
    }

    @Test
    void refuses_brackets_that_do_not_match() {
        assertRefused("select {range", "the SQL has a { that nothing closes; write {range} or {range alias}");
        assertRefused("select {range \"p}", "the SQL has no end of a name in double quotes");
        assertRefused("select {range}}", "the SQL has a } that closes nothing");
        assertRefused("select ({range}", "the SQL lacks a closing )");
        assertRefused("select {range})", "the SQL has a ) that closes nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "-- nothing {range}", "/* {range} */", " ; "})
    void refuses_a_statement_that_says_nothing(String sql) {
        assertRefused(sql, "the SQL is empty; write one statement with {range} in its where");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select {range} and a = ?",
                "select {range} and a=?",
                "select {range} and a > ? and b",
                "select {range} and f(?, 1)",
                "select {range} and f(1,?)",
                "select {range} and a = any(array[?])",
                "select 'a' || ? where {range}",
            })
    void refuses_parameters_without_a_name(String sql) {
        assertRefused(sql, "? stands for nothing; a parameter of the job is written :name");
    }

    @Test
    void refuses_parameters_that_are_not_given() {
        assertRefused(
                "select {range} and a = :m", "the SQL uses :m, which the command line does not give; add m=VALUE");
        assertRefused("select {range} and a = $1", "$1 stands for nothing; a parameter of the job is written :name");
    }

    @Test
    void a_condition_has_no_range() {
        assertThatThrownBy(() -> parameters.condition("source.where", "a = 1 and {range}"))
                .isInstanceOf(UserMistake.class)
                .hasMessage("x.yml:1(source.where): a condition holds for all pages, so that it has no {range} in it;"
                        + " remove it");
    }

    @Test
    void is_shown_as_it_was_written_but_for_the_range() {
        assertThat(statement("\nselect a ? 'k' -- why?\nwhere {range p} and b = :n;\n")
                        .shown(SqlTemplateTest::above))
                .isEqualTo("select a ? 'k' -- why?\nwhere (\"p\".id > ?) and b = :n");
    }

    @ParameterizedTest
    @CsvSource({
        "update t set a = {range}, update",
        "/* x */ -- y\\n WITH a, with",
        "(select {range}), ''",
        "\"select\" {range}, ''",
        "{range}, ''"
    })
    void knows_its_first_word(String sql, String word) {
        assertThat(statement(sql.replace("\\n", "\n") + " {range}").firstWord()).isEqualTo(word);
    }

    private SqlTemplate statement(String sql) {
        return parameters.statement("statement", sql);
    }

    private BoundSql onPage(String sql) {
        return statement(sql).on(SqlTemplateTest::above);
    }

    private static BoundSql above(@Nullable TableName alias) {
        return BoundSql.of((alias == null ? "" : alias.quoted() + ".") + "id > ?", "low");
    }

    private void assertRefused(String sql, String sentence) {
        assertThatThrownBy(() -> statement(sql))
                .isInstanceOf(UserMistake.class)
                .hasMessage("x.yml:1(statement): " + sentence);
    }
}
