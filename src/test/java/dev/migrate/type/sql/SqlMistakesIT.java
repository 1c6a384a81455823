package dev.migrate.type.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.job.UserMistake;
import dev.migrate.testing.Shards;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlMistakesIT {

    private static final String POSTS = "create table posts (id bigint primary key, title text, n int, at timestamptz);"
            + "insert into posts values (1, 'a', 0)";

    @TempDir
    private static Path config;

    private static Shards shards;

    @BeforeAll
    static void open() {
        shards = new Shards(config, SqlJobType::new);
    }

    @AfterAll
    static void close() {
        shards.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            updat posts set n = 1 where {range}             | a page runs an insert, update, delete, merge, select or with; begin the statement with one of these
            analyze update posts set n = 1 where {range}    | a page runs an insert, update, delete, merge, select or with; begin the statement with one of these
            (analyze) update posts set n = 1 where {range}  | a page runs an insert, update, delete, merge, select or with; begin the statement with one of these
            create table x as select 1 where {range}        | a page runs an insert, update, delete, merge, select or with; begin the statement with one of these
            update posts set n = 1                          | the SQL has no {range}, so that every page would run it on the whole table; write where {range}
            update posts set n = 1 where {rnge}             | {rnge} stands for nothing; write {range} or {range alias}, or put a literal in quotes
            update posts set n = :n where {range}           | the SQL uses :n, which the command line does not give; add n=VALUE
            update posts set n = ? where {range}            | ? stands for nothing; a parameter of the job is written :name
            """)
    void sql_that_is_no_statement_for_a_page_is_told_without_running_it(String statement, String sentence)
            throws Exception {
        shards.fill(POSTS);
        assertThat(mistakes(job(statement))).containsExactly("job.yml:3: " + sentence);
        assertThat(shards.list("select n from posts")).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            update posts set m = 1 where {range}                  | column "m" of relation "posts" does not exist
            update posts sett n = 1 where {range}                 | syntax error at or near "n"
            update post set n = 1 where {range}                   | relation "post" does not exist
            update posts set n = 'x' where {range}                | invalid input syntax for type integer: "x"
            update posts p set n = 1 where {range q}              | missing FROM-clause entry for table "q"
            update posts set n = {range} where {range}            | column "n" is of type integer but expression is of type boolean
            update posts set n = 1 where {range} group by id      | syntax error at or near "group"
            with x as (select 1) delete posts where {range}       | syntax error at or near "posts"
            """)
    void sql_that_the_server_refuses_is_told_with_its_words(String statement, String words) {
        shards.fill(POSTS);
        assertThat(mistakes(job(statement)))
                .containsExactly("job.yml:3: the server refuses the statement for table \"public.posts\" in shard1 ("
                        + words + "); put that right");
    }

    @Test
    void what_is_wrong_further_down_is_shown() {
        shards.fill(POSTS);
        assertThat(mistakes("""
                        type: sql
                        source: {database: shard1, table: posts}
                        statement: |
                          update posts set n = 1 -- of all
                          where n + abs(n) < 3 and
                                {range} adn n > 1
                        """))
                .containsExactly("job.yml:3: the server refuses the statement for table \"public.posts\" in shard1"
                        + " (syntax error at or near \"adn\", at »adn n > 1«); put that right");
    }

    @Test
    void an_ambiguous_range_wants_an_alias() {
        shards.fill(POSTS);
        assertThat(mistakes(job("update posts p set n = 1 from posts q where p.id = q.id and {range}")))
                .containsExactly(
                        "job.yml:3: the server refuses the statement for table \"public.posts\" in shard1 (column"
                                + " reference \"id\" is ambiguous); say of which table, in {range alias} too");
    }

    @Test
    void a_right_that_is_missing_is_told() {
        shards.fill(POSTS);
        shards.databases().execute("shard1", """
                do 'begin create role guest; exception when duplicate_object then null; end';
                grant usage on schema public to guest;
                grant select on posts to guest;
                create view guests_view as select * from posts;
                alter view guests_view owner to guest;
                """);
        assertThat(mistakes(job("update guests_view set n = 1 where {range}")))
                .containsExactly("job.yml:3: the server refuses the statement for table \"public.posts\" in shard1"
                        + " (permission denied for table posts); grant that right to the user, or name another one");
    }

    @Test
    void every_database_looks_at_the_statement() {
        shards.fill(POSTS, "create table posts (id bigint primary key)");
        assertThat(mistakes("""
                        type: sql
                        source: {databases: [shard1, shard2], table: posts}
                        statement: update posts set n = 1 where {range}
                        """))
                .containsExactly("job.yml:3: the server refuses the statement for table \"public.posts\" in shard2"
                        + " (column \"n\" of relation \"posts\" does not exist); put that right");
    }

    @Test
    void keys_that_differ_between_databases_are_told() {
        shards.fill(POSTS, "create table posts (id uuid primary key, n int)");
        assertThat(mistakes("""
                        type: sql
                        source:
                          databases:
                            - shard1
                            - shard2
                          table: posts
                        statement: update posts set n = 1 where {range}
                        """))
                .containsExactly(
                        "job.yml:5: the key of \"public.posts\" is (\"id\" bigint) in shard1 but (\"id\" uuid) in shard2;"
                                + " name columns with key: [...] that are alike in both");
    }

    @Test
    void integers_of_another_width_are_alike() {
        shards.fill(POSTS, "create table posts (id smallint primary key, n int)");
        assertThat(shards.prepare("""
                        type: sql
                        source: {databases: [shard1, shard2], table: posts}
                        statement: update posts set n = 1 where {range}
                        """).statements())
                .singleElement()
                .asString()
                .startsWith("-- on shard1, shard2\nselect count(*) from \"public\".\"posts\" where ")
                .endsWith(";\nupdate posts set n = 1 where (\"id\" > ?::bigint and \"id\" <= ?::bigint)");
    }

    @Test
    void a_database_that_is_not_listed_is_told_where_it_is_named() {
        shards.fill(POSTS);
        assertThat(mistakes("""
                        type: sql
                        source:
                          databases:
                            - shard1
                            - shard3
                          table: posts
                        statement: update posts set n = 1 where {range}
                        """))
                .containsExactly(
                        "job.yml:5: there is no database \"shard3\" under migrate.databases in application.yml;"
                                + " did you mean \"shard1\"?");
    }

    @Test
    void a_table_that_one_database_lacks_is_told() {
        shards.fill(POSTS, "create table post (id bigint primary key)");
        assertThat(mistakes("""
                        type: sql
                        source:
                          databases: [shard1, shard2]
                          table: posts
                        statement: update posts set n = 1 where {range}
                        """))
                .containsExactly("job.yml:4: there is no table \"posts\" in shard2; did you mean \"post\"?");
    }

    @Test
    void a_table_without_a_key_needs_one() {
        shards.fill("create table posts (id bigint, n int)");
        assertThat(mistakes(job("update posts set n = 1 where {range}")))
                .containsExactly("job.yml:2: table \"public.posts\" has no primary key; name unique, never-null columns"
                        + " with key: [...] (in shard1)");
    }

    @Test
    void a_condition_is_checked_on_its_own() {
        shards.fill(POSTS);
        assertThat(mistakes("""
                        type: sql
                        source:
                          database: shard1
                          table: posts
                          where: m > 1
                        statement: update posts set n = 1 where {range}
                        """))
                .containsExactly(
                        "job.yml:5: the server refuses the condition for table \"public.posts\" in shard1 (column"
                                + " \"m\" does not exist); put that right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "statement:\n", "statement: [a, b]\n", "statment: select {range}\n"})
    void a_definition_needs_a_statement(String statement) {
        assertThat(mistakes("type: sql\nsource: {database: shard1, table: posts}\n" + statement))
                .isNotEmpty()
                .allSatisfy(
                        sentence -> assertThat(sentence).startsWith("job.yml:").contains("\"stat"));
    }

    @Test
    void a_user_is_told_what_may_surprise() {
        shards.fill(POSTS);
        assertThat(shards.prepare(job("update posts set n = 1 where {range}")).notes())
                .isEmpty();
        assertThat(shards.prepare("""
                        type: sql
                        source: {database: shard1, table: posts, where: n > 0}
                        statement: update posts set id = id + 1000, n = 1 where {range}
                        """).notes())
                .containsExactly(
                        "the statement sets id of the key: a row whose key changes may move to another page, and be worked"
                                + " on twice or not at all",
                        "the where of the source chooses the rows that are paged and counted; the statement changes others"
                                + " too, unless its own where says the same");
        assertThat(shards.prepare(job("select n from posts where {range}")).notes())
                .containsExactly("the statement itself changes no rows: what its functions and subqueries change is not"
                        + " counted as written");
    }

    private static String job(String statement) {
        return """
                type: sql
                source: {database: shard1, table: posts}
                statement: |
                  %s
                """.formatted(statement);
    }

    private static List<String> mistakes(String yaml) {
        return catchThrowableOfType(UserMistake.class, () -> shards.prepare(yaml)).sentences().stream()
                .map(sentence -> sentence.replaceFirst("^.*/jobs/", ""))
                .toList();
    }
}
