package dev.migrate.type.check;

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

final class CheckMistakesIT {

    private static final String POSTS = "create table posts (id bigint primary key, title text, n int);"
            + "create table votes (a int, b text, n int, primary key (a, b))";

    @TempDir
    private static Path config;

    private static Shards shards;

    @BeforeAll
    static void open() {
        shards = new Shards(config, CheckJobType::new);
        shards.fill(POSTS, POSTS + "; alter table posts drop n");
    }

    @AfterAll
    static void close() {
        shards.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select id from posts where n < 0                        | the SQL has no {range}, so that every page would run it on the whole table; write where {range}
            select id from posts where {rnge}                       | {rnge} stands for nothing; write {range} or {range alias}, or put a literal in quotes
            select id from posts where {range}; select 1            | the SQL has more than one statement, and a page runs one; remove what comes after the first ;
            select id from posts where {range} and n = :n           | the SQL uses :n, which the command line does not give; add n=VALUE
            delete from posts where {range} returning id            | the rule "rule" must be a select of the rows that break it; begin it with select or with
            analyze select id from posts where {range}              | the rule "rule" must be a select of the rows that break it; begin it with select or with
            with gone as (delete from posts where {range} returning *) select id from gone | the rule "rule" changes or locks rows, and a rule runs in a transaction that only reads; leave a plain select of the rows that break it
            select id from posts where {range} for update           | the rule "rule" changes or locks rows, and a rule runs in a transaction that only reads; leave a plain select of the rows that break it
            select id into broken from posts where {range}          | the rule "rule" returns no column "id", which tells the row that breaks it; select the key id, with "as" where it has another name
            select n from posts where {range}                       | the rule "rule" returns no column "id", which tells the row that breaks it; select the key id, with "as" where it has another name
            select id, n, title as n from posts where {range}       | the rule "rule" returns two columns of the name "n"; give one of them another with "as"
            select p.*, q.id from posts p, posts q where {range p}  | the rule "rule" returns two columns of the name "id"; give one of them another with "as"
            """)
    void a_rule_that_is_none_is_told(String rule, String sentence) {
        assertThat(mistakes(job(rule))).containsExactly("job.yml:4: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select id from posts were {range}                       | syntax error at or near ">"
            select id from posts where {range} and m = 1            | column "m" does not exist
            select id from posts p where {range q}                  | missing FROM-clause entry for table "q"
            select id from post where {range}                       | relation "post" does not exist
            select id, count(*) from posts where {range}            | column "posts.id" must appear in the GROUP BY clause or be used in an aggregate function
            select id from posts where {range} and n = 'x'          | invalid input syntax for type integer: "x"
            """)
    void a_rule_that_the_server_refuses_is_told_with_its_words(String rule, String words) {
        assertThat(mistakes(job(rule)))
                .containsExactly(
                        "job.yml:4: the server refuses the rule \"rule\" for table \"public.posts\" in shard1 (" + words
                                + "); put that right");
    }

    @Test
    void a_key_of_another_type_is_told() {
        assertThat(mistakes(job("select title as id from posts where {range}")))
                .containsExactly(
                        "job.yml:4: the server refuses the key that the rule \"rule\" returns for table"
                                + " \"public.posts\" in shard1 (operator does not exist: text = bigint, at »= null::bigint«); put that right");
    }

    @Test
    void a_composite_key_must_be_returned_whole() {
        assertThat(mistakes("""
                        type: check
                        source: {database: shard1, table: votes}
                        rules:
                          fine: select b, a, n from votes where {range}
                          short: select n from votes where {range}
                        """))
                .containsExactly(
                        "job.yml:5: the rule \"short\" returns no column \"a\", \"b\", which tells the row that"
                                + " breaks it; select the key (a, b), with \"as\" where it has another name");
    }

    @Test
    void every_database_looks_at_every_rule() {
        assertThat(mistakes("""
                        type: check
                        source: {databases: [shard1, shard2], table: posts}
                        rules:
                          titled: select id from posts where {range} and title is null

                          'N. negative: ümläut': |
                            select id, n from posts where {range} and n < 0
                        """))
                .containsExactly("job.yml:6: the server refuses the rule \"N. negative: ümläut\" for table"
                        + " \"public.posts\" in shard2 (column \"n\" does not exist); put that right");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | job.yml:1: rules has no rule; write NAME: and a select, with {range} in it, of the rows that break it
            rules: {}           | job.yml:3: rules has no rule; write NAME: and a select, with {range} in it, of the rows that break it
            rules: select 1     | job.yml:3: "rules" takes keys below it, not a single value
            rules: {a: [x, y]}  | job.yml:3: "rules.a" takes a single value, not a list
            rules: {a: }        | job.yml:3: "rules.a" is empty
            rules: {"a\\nb": x} | job.yml:3: rules has the name "a b", which findings could not show; name a rule in a few words
            rules: {a: ''}      | job.yml:3: the SQL is empty; write one statement with {range} in its where
            """)
    void a_definition_needs_rules(String rules, String sentence) {
        assertThat(mistakes("type: check\nsource: {database: shard1, table: posts}\n" + rules + "\n"))
                .containsExactly(sentence);
    }

    @Test
    void a_plan_shows_the_rules_of_the_databases_that_run_them() {
        assertThat(shards.prepare("""
                        type: check
                        source: {databases: [shard1, shard2], table: posts}
                        rules:
                          titled: select id from posts p where {range p} and title is null -- or empty
                          known: select id from posts where {range} and id < 0
                        """).statements())
                .singleElement()
                .asString()
                .startsWith("-- on shard1, shard2\nselect count(*) from \"public\".\"posts\" where ")
                .endsWith("""
                        ;
                        -- titled
                        select id from posts p where ("p"."id" > ?::bigint and "p"."id" <= ?::bigint) and title is null -- or empty;
                        -- known
                        select id from posts where ("id" > ?::bigint and "id" <= ?::bigint) and id < 0""");
    }

    private static List<String> mistakes(String yaml) {
        return catchThrowableOfType(UserMistake.class, () -> shards.prepare(yaml)).sentences().stream()
                .map(sentence -> sentence.replaceFirst("^.*/jobs/", ""))
                .toList();
    }

    private static String job(String rule) {
        return """
                type: check
                source: {database: shard1, table: posts}
                rules:
                  rule: |
                    %s
                """.formatted(rule);
    }
}
