package dev.migrate.type.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.job.UserMistake;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a copy cannot do is told before the first row moves. */
final class CopyMistakesIT {

    private static final String TABLES = """
            create table posts (id bigint primary key, title text, at timestamptz);
            insert into posts values (1, 'a', now());
            create table documents (
                id bigint primary key, title text not null, n int, twice int generated always as (n * 2) stored,
                made timestamptz not null default now(), code text unique deferrable);
            create table numbered (id bigint generated always as identity primary key, title text);
            create table keyless (id bigint, title text);
            create materialized view frozen as select id, title from posts;
            """;

    @TempDir
    private static Path config;

    private static TwoDatabases two;

    @BeforeAll
    static void open() {
        two = new TwoDatabases(config);
        two.fill(TABLES, TABLES);
    }

    @AfterAll
    static void close() {
        two.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            update posts set id = 1 where {range}                  | a copy takes what a query gives; begin the SQL with select or with
            select id, title from posts                            | the SQL has no {range}, so that every page would run it on the whole table; write where {range}
            select id, :t as title from posts where {range}        | the SQL uses :t, which the command line does not give; add t=VALUE
            select id, titel from posts where {range}              | the server refuses the select for table "public.posts" in shop (column "titel" does not exist); put that right
            select p.id, title from posts q where {range p}        | the server refuses the select for table "public.posts" in shop (missing FROM-clause entry for table "p"); put that right
            with gone as (delete from posts where {range} returning id) select id, '' as title from gone | the server refuses the select for table "public.posts" in shop (WITH clause containing a data-modifying statement must be at the top level); put that right
            select id, title from posts where {range} for update   | the select locks rows, and a copy only reads them; leave out its for update or for share
            select id, title, 1 as m from posts where {range}      | table "public.documents" in TARGET has no column "m", which the select gives; did you mean "n"?
            select id, title, 1 from posts where {range}           | the select has a column without a name; name it with as, like the column of table "public.documents" in TARGET that it is for
            select id, title, title from posts where {range}       | the select has two columns named "title"; give each a name of its own with as
            select id, title, 1 as twice from posts where {range}  | column "twice" of table "public.documents" in TARGET is computed by the server; leave it out of the select
            select id from posts where {range}                     | table "public.documents" in TARGET needs a value for column "title", which is not null and has no default; have the select give one
            select id, at as title, at as n from posts where {range} | the server refuses to put what the select gives into table "public.documents" in TARGET (column "n" is of type integer but expression is of type timestamp with time zone); put that right
            """)
    void a_select_that_does_not_fit_is_told_on_either_way(String select, String sentence) throws Exception {
        for (String target : List.of("shop", "search")) {
            assertThat(mistakes(job(select, "{database: %s, table: documents}".formatted(target))))
                    .containsExactly("job.yml:5: " + sentence.replace("TARGET", target));
        }
        assertThat(two.list("shop", "select count(*) from posts")).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {database: shop, table: posts}                                  | 6 | table "public.posts" in shop is the source itself; copy into another table
            {database: serch, table: documents}                             | 6 | there is no database "serch" under migrate.databases in application.yml; did you mean "search"?
            {database: search, table: document}                             | 6 | there is no table "document" in search; did you mean "documents"?
            {database: search, table: keyless, on-conflict: update}         | 6 | table "public.keyless" has no primary key; name unique, never-null columns with key: [...] (in search)
            {database: search, table: keyless, on-conflict: merge}          | 6 | "target.on-conflict" must be one of error, update, nothing, not "merge"
            {database: search, table: keyless, key: id}                     | 6 | "key" tells which rows are there already, which on-conflict: error does not ask; remove it, or write on-conflict: update or nothing
            {database: search, table: documents, columns: [id, title, i]}   | 6 | the select has no column "i"; did you mean "id"?
            {database: search, table: documents, columns: [id, id]}         | 6 | "columns" names something twice
            {database: search, table: numbered}                             | 5 | the server refuses to put what the select gives into table "public.numbered" in search (cannot insert a non-DEFAULT value into column "id"); put that right
            {database: search, table: frozen}                               | 5 | the server refuses to put what the select gives into table "public.frozen" in search (cannot change materialized view "frozen"); put that right
            {database: search, table: documents, on-conflict: nothing, key: [id, title]} | 6 | table "public.documents" in search has no unique index on just the columns id, title that is checked at once, by which on-conflict could know a row; name those of one with key: [...]
            """)
    void a_target_that_will_not_do_is_told(String target, int line, String sentence) {
        assertThat(mistakes(job("select id, title from posts where {range}", target)))
                .containsExactly("job.yml:" + line + ": " + sentence);
    }

    @Test
    void a_key_that_the_select_lacks_is_told() {
        assertThat(mistakes(job(
                        "select 'x' as title from posts where {range}",
                        "{database: search, table: numbered, on-conflict: update}")))
                .containsExactly("job.yml:5: the select has no column \"id\", by which rows that are in table"
                        + " \"public.numbered\" in search already are known; add it");
    }

    @Test
    void every_mistake_in_the_columns_is_told_at_once() {
        assertThat(mistakes(job(
                        "select 1 as a, 2 as b, 1 as id from posts where {range}",
                        "{database: search, table: documents}")))
                .hasSize(3);
    }

    @Test
    void a_number_of_rows_to_skip_is_not_negative() {
        assertThat(mistakes(job("select id, title from posts where {range}", "{database: search, table: documents}")
                        + "on-error: {skip: -1}\n"))
                .containsExactly("job.yml:7: \"skip\" is a number of rows, from 0, not -1");
    }

    private static String job(String select, String target) {
        return """
                type: copy
                source:
                  database: shop
                  table: posts
                  select: "%s"
                target: %s
                """.formatted(select, target);
    }

    private static List<String> mistakes(String yaml) {
        UserMistake mistake = catchThrowableOfType(UserMistake.class, () -> two.prepare(yaml));
        assertThat(mistake).as("a mistake in\n" + yaml).isNotNull();
        return mistake.sentences().stream()
                .map(sentence -> sentence.replaceFirst("^.*/jobs/", "").replaceFirst(", at »[^«]*«", ""))
                .toList();
    }
}
