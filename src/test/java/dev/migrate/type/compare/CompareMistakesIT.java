package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.job.UserMistake;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompareMistakesIT {

    private static final String POSTS =
            "create table posts (id bigint primary key, title text, likes int, at timestamptz);";

    private static TwoTables tables;

    @BeforeAll
    static void open(@TempDir Path config) {
        tables = new TwoTables(config);
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Test
    void a_table_that_is_not_there_is_told_with_a_near_one() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes("""
                        type: compare
                        source: {database: primary, table: post}
                        target: {database: replica, table: posts}
                        """))
                .containsExactly(
                        "case.yml[source.table]: there is no table \"post\" in primary; did you mean \"posts\"?");
    }

    @Test
    void a_table_that_only_the_target_lacks_is_told_at_the_target() {
        tables.fill(POSTS, "");
        assertThat(mistakes(job(""))).containsExactly("case.yml[target.table]: there is no table \"posts\" in replica");
    }

    @Test
    void tables_of_one_side_have_the_same_columns() {
        tables.fill(POSTS, POSTS + "alter table posts alter title type int using 1");
        assertThat(mistakes("""
                        type: compare
                        source: {databases: [primary, replica], table: posts}
                        target: {database: replica, table: posts}
                        """))
                .containsExactly(
                        "case.yml[source.databases[1]]: the tables of a side must have the same columns: \"title\" is text in"
                                + " \"public.posts\" in primary, but integer in \"public.posts\" in replica");
    }

    @Test
    void what_is_repaired_is_not_its_own_source() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes("""
                        type: compare
                        source: {database: primary, table: posts, where: id < 3}
                        target: {database: primary, table: posts, where: id >= 3}
                        repair: target
                        """))
                .containsExactly(
                        "case.yml[repair]: \"public.posts\" in primary is source and target at once, so that to"
                                + " repair the target would change the source; write repair: none");
    }

    @Test
    void a_column_that_a_statement_would_take_for_its_own_is_told() {
        String odd = "create table posts (id bigint primary key, migrate_row text);";
        tables.fill(odd, odd);
        assertThat(mistakes(job("") + "repair: target\n"))
                .containsExactly("case.yml[repair]: \"public.posts\" in replica cannot be repaired, for its column"
                        + " \"migrate_row\" has a name that the statements give to something else; rename it");
    }

    @Test
    void a_table_without_a_key_needs_one() {
        tables.fill("create table posts (id bigint, title text)", POSTS);
        assertThat(mistakes(job("")))
                .containsExactly(
                        "case.yml[source.key]: table \"public.posts\" has no primary key; name unique, never-null"
                                + " columns with key: [...] (in primary)");
    }

    @Test
    void a_key_that_is_not_unique_in_the_target_is_told_at_the_target() {
        tables.fill(POSTS, "create table posts (id bigint not null, title text)");
        assertThat(mistakes(job("")))
                .containsExactly(
                        "case.yml[target.key]: columns (id) are not unique in table \"public.posts\"; add a unique"
                                + " index, or name other columns with key: [...] (in replica)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id int unique                               | column \"id\" of table \"public.t\" may be null",
                "id int not null                             | columns (id) are not unique in table \"public.t\"",
                "id int not null unique deferrable           | columns (id) are not unique in table \"public.t\"",
                "id int not null, exclude (id with =)        | columns (id) are not unique in table \"public.t\"",
                "id int not null, x int); create unique index on t (id) where (x = 1         | columns (id) are not unique",
                "id int not null); create unique index on t ((id + 0)                        | columns (id) are not unique",
                "id int not null, x int not null, unique (id, x)                             | columns (id) are not unique",
                "id int not null, x int not null); create unique index on t (x) include (id  | columns (id) are not unique",
                "id json not null                            | column \"id\" of table \"public.t\" is of type json, which has no order"
            })
    void a_key_that_is_none_is_told(String columns, String sentence) {
        String table = "create table t (" + columns + ")";
        tables.fill(table, table);
        assertThat(mistakes("""
                type: compare
                source: {database: primary, table: t, key: id}
                target: {database: replica, table: t}
                """)).singleElement().asString().contains("case.yml[source.key]: " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.citext", "code"})
    void a_key_whose_operators_the_search_path_does_not_find_is_told(String type) {
        String found = "create extension citext; create table t (code citext primary key)";
        String hidden =
                "create schema other; create extension citext schema other; create domain code as other.citext;";
        tables.fill(found, hidden + "create table t (code " + type + " primary key)");
        assertThat(mistakes("""
                type: compare
                source: {database: primary, table: t}
                target: {database: replica, table: t}
                """))
                .containsExactly("case.yml[target.key]: column \"code\" of table \"public.t\" is of type " + type
                        + ", whose operators are in schema \"other\", where the search path does not find them; add the"
                        + " schema to that of the user: alter role … set search_path = public, \"other\" (in replica)");
    }

    @Test
    void a_key_column_that_the_target_lacks_is_told() {
        tables.fill(POSTS, "create table posts (idd bigint primary key, title text)");
        assertThat(mistakes(job("")))
                .containsExactly(
                        "case.yml[target.key]: there is no column \"id\" in table \"public.posts\"; did you mean"
                                + " \"idd\"? (in replica)");
    }

    @Test
    void keys_that_contradict_each_other_are_told() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes("""
                        type: compare
                        source: {database: primary, table: posts, key: id}
                        target: {database: replica, table: posts, key: title}
                        """))
                .containsExactly(
                        "case.yml[target.key]: the key has other columns than that of the source; give it once");
    }

    @Test
    void all_columns_that_cannot_be_compared_are_told_at_once() {
        tables.fill(POSTS, "create table posts (id bigint primary key, title int, likes text, at timestamp)");
        assertThat(mistakes(job("")))
                .hasSize(3)
                .contains("case.yml[target.table]: column \"likes\" cannot be compared: it is integer in table"
                        + " \"public.posts\" in primary, but text in table \"public.posts\" in replica; exclude it, or give"
                        + " a view that converts it");
    }

    @Test
    void types_of_an_excluded_column_do_not_matter() {
        tables.fill(POSTS, "create table posts (id bigint primary key, likes text)");
        assertThat(tables.prepare(job("exclude: likes\n"), Map.of()).notes())
                .contains("not compared, because excluded: likes");
    }

    @Test
    void a_date_is_not_compared_with_a_timestamp() {
        tables.fill(
                "create table posts (id int primary key, at date)",
                "create table posts (id int primary key, at timestamp)");
        assertThat(mistakes(job(""))).hasSize(1);
    }

    @Test
    void keys_of_types_that_have_no_order_in_common_are_told() {
        tables.fill("create table posts (id text primary key)", "create table posts (id uuid primary key)");
        assertThat(mistakes(job("")))
                .containsExactly(
                        "case.yml[target.key]: the key column \"id\", text in table \"public.posts\" in primary and"
                                + " uuid in table \"public.posts\" in replica, cannot be walked along on both sides: the two"
                                + " have no order in common; name other columns with key: [...]");
    }

    @Test
    void a_key_of_arrays_whose_words_are_sorted_differently_is_told() {
        tables.fill(
                "create table posts (id text[] collate \"C\" primary key)",
                "create table posts (id text[] collate \"unicode\" primary key)");
        assertThat(mistakes(job("")))
                .singleElement()
                .asString()
                .contains("the two have no order in common (bytes in UTF8, and icu und in UTF8);");
    }

    @Test
    void an_unknown_column_is_told_with_a_near_one() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes(job("exclude: [title, like]\n")))
                .containsExactly(
                        "case.yml[exclude[1]]: there is no column \"like\" in table \"public.posts\" in primary;"
                                + " did you mean \"likes\"?");
    }

    @Test
    void a_column_to_compare_must_be_on_both_sides() {
        tables.fill(POSTS, "create table posts (id bigint primary key, title text)");
        assertThat(mistakes(job("columns: [title, likes]\n")))
                .containsExactly(
                        "case.yml[columns[1]]: there is no column \"likes\" in table \"public.posts\" in replica");
    }

    @Test
    void the_key_cannot_be_excluded() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes(job("exclude: [id]\n")))
                .containsExactly("case.yml[exclude]: column \"id\" belongs to the key, which cannot be excluded");
    }

    @Test
    void a_condition_that_the_server_refuses_is_told_with_its_words() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes("""
                        type: compare
                        source: {database: primary, table: posts, where: likse > 3}
                        target: {database: replica, table: posts}
                        """))
                .containsExactly(
                        "case.yml[source.where]: the server refuses the condition for table \"public.posts\" in"
                                + " primary (column \"likse\" does not exist); put that right");
    }

    @Test
    void a_condition_that_is_none_is_told() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes("""
                        type: compare
                        source: {database: primary, table: posts, where: likes}
                        target: {database: replica, table: posts}
                        """))
                .containsExactly(
                        "case.yml[source.where]: the server refuses the condition for table \"public.posts\" in primary"
                                + " (argument of WHERE must be type boolean, not type integer); put that right");
    }

    @Test
    void a_database_that_is_not_listed_is_told_with_a_near_one() {
        assertThat(mistakes("""
                        type: compare
                        source: {database: primry, table: posts}
                        target: {database: replica, table: posts}
                        """))
                .containsExactly("case.yml[source.database]: there is no database \"primry\" under migrate.databases in"
                        + " application.yml; did you mean \"primary\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"view", "materialized view"})
    void a_view_with_a_row_without_a_key_is_told_for_the_row_would_be_skipped(String kind) {
        String nullAt500 = "insert into posts select i from generate_series(1, 1000) i; create %s recent as"
                + " select nullif(id, 500) as id, likes from posts;";
        tables.fill(POSTS + nullAt500.formatted(kind), POSTS + nullAt500.formatted(kind));
        assertThat(mistakes(views("")))
                .containsExactly(
                        "case.yml[source.key]: \"public.recent\" in primary has rows whose key column \"id\" is"
                                + " null; add this to the where: \"id\" is not null; or name other columns with key: [...]");
        assertThat(mistakes(views(", where: id is not null")))
                .singleElement()
                .asString()
                .startsWith("case.yml[target.key]: \"public.recent\" in replica has rows");
    }

    private static String views(String sourceWhere) {
        return """
                type: compare
                source: {database: primary, table: recent, key: id%s}
                target: {database: replica, table: recent}
                """.formatted(sourceWhere);
    }

    @Test
    void a_parameter_that_is_not_given_is_told() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes("""
                        type: compare
                        source: {database: primary, table: posts, where: "at > :day"}
                        target: {database: replica, table: posts}
                        """))
                .containsExactly("case.yml[source.where]: the SQL uses :day, which the command line does not give; add"
                        + " day=VALUE");
    }

    @Test
    void exclude_and_columns_exclude_each_other() {
        tables.fill(POSTS, POSTS);
        assertThat(mistakes(job("exclude: title\ncolumns: likes\n")))
                .singleElement()
                .asString()
                .endsWith("exclude and columns exclude each other; keep one of them");
    }

    private static String job(String more) {
        return """
                type: compare
                source: {database: primary, table: posts}
                target: {database: replica, table: posts}
                """ + more;
    }

    private static List<String> mistakes(String yaml) {
        return catchThrowableOfType(UserMistake.class, () -> tables.prepare(yaml, Map.of()))
                .sentences();
    }
}
