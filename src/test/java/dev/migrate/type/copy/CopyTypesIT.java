package dev.migrate.type.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.Ledger;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of all sorts on their way from one server to another. */
final class CopyTypesIT {

    /** A column of each type, filled with something that a careless way would change. */
    private static final String EVERY_TYPE = """
            create type mood as enum ('sad', 'it''s ok');
            create domain score as int check (value < 100);
            create type place as (street varchar(10), number int);
            create table things (
                id int primary key, b bool, i2 int2, i8 int8, f4 float4, f8 float8, num numeric(30, 5), t text, vc varchar(5), ch char(4),
                q "char", nm name, by bytea, d date, tm time, tz timetz, ts timestamp, tstz timestamptz, iv interval, u uuid, j json,
                jb jsonb, x xml, ip inet, m macaddr, bt bit(3), vb varbit(5), pt point, rg int4range, mr tstzrange, tv tsvector,
                ia int[], ta text[], na numeric[][], o oid, cl regclass, ty regtype[], lsn pg_lsn,
                mo mood, ms mood[], sc score, pl place, money money);
            insert into things values (
                1, true, -32768, 9223372036854775807, 'NaN', 1e-300, 1234567890.12345, E'a\\\\b\\t\\n"''ü€', 'ü€   ', 'ab', 'x', 'name', '\\x00ff5c',
                'infinity', '24:00', '10:11:12.000001+05:45', '0044-03-15 10:00 BC', '2024-03-31 02:30:00.000001+02', '1 mon -2 days 00:00:00.5',
                'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a" : 1,"a":2}', '{"b":[1,null]}', '<a>ü</a>', '10.1.2.3/8', '08:00:2b:01:02:03',
                b'101', b'11', '(1.5,-2)', '[1,5)', '[2024-01-01,)', 'fat:2,4 cat:3', '[0:1]={1,null}', array['{', null, '"'],
                '{{1.10,2},{3,4}}', 4294967295, 'things', '{mood,int}', '16/B374D848',
                'it''s ok', array['sad', null]::mood[], 7, row('a, "b"', 3), 12.34);
            insert into things (id) values (2);
            """;

    @TempDir
    private static Path config;

    private static TwoDatabases two;

    @BeforeAll
    static void open() {
        two = new TwoDatabases(config);
    }

    @AfterAll
    static void close() {
        two.close();
    }

    private static PreparedJob job(String select, String onConflict) {
        return two.prepare("""
                type: copy
                source: {database: shop, table: things, select: "%s"}
                target: {database: search, table: things, on-conflict: %s}
                """.formatted(select, onConflict));
    }

    @Test
    void every_type_arrives_as_it_was() throws Exception {
        // The numbers that servers have given their own types differ.
        two.fill(EVERY_TYPE, "create type other as enum ('a'); create table elsewhere (id int);" + EVERY_TYPE);
        for (String onConflict : List.of("error", "update")) {
            two.databases().execute("search", "truncate things");
            PreparedJob job = job("select * from things where {range}", onConflict);
            assertThat(job.notes())
                    .contains(
                            "as text from shop, whose server may not know these types or writes them otherwise: cl, ty, lsn, ms, pl");
            assertThat(two.run(job, 1)).isEqualTo(Ledger.changed(2, 2));
            String rows = "select t::text from things t order by id";
            assertThat(two.list("search", rows)).isEqualTo(two.list("shop", rows));
        }
    }

    @Test
    void types_that_an_insert_would_take_are_converted() throws Exception {
        two.fill("""
                create type shade as enum ('dark');
                create domain small as int;
                create table things (id int primary key, a numeric, b text, c timestamptz, d shade, e small, f varchar(20), g bigint);
                insert into things values (1, 2.5, 'abc   ', '2024-02-29 12:00Z', 'dark', 4, 'x', 5)
                """, """
                create domain word as varchar(3) check (value <> 'no');
                create type shade2 as enum ('dark');
                create table things (id bigint primary key, a int, b word, c date, d text, e numeric(5, 2), f shade2, g int)
                """);
        // shade2 is unknown over there, so that nobody can cast to it there: any text will do that turns out to be one.
        PreparedJob job = job("select id, a, b, c, d, e, d as f, g from things where {range}", "error");
        assertThat(two.run(job, 10)).isEqualTo(Ledger.changed(1, 1));
        assertThat(two.list("search", "select t::text from things t"))
                .containsExactly("(1,3,abc,2024-02-29,dark,4.00,dark,5)");
    }

    @Test
    void a_composite_type_that_is_another_one_in_the_target_is_told() {
        String things = "create table things (id int primary key, pl place, ps place[])";
        two.fill(
                "create type place as (street varchar(10), number int);" + things,
                "create domain street as varchar(20); create type place as (number int, street street);" + things);
        assertThatThrownBy(() -> job("select id, pl, ps from things where {range}", "error"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(
                        "the select gives column \"pl\" values of (street varchar, number int4), and the target"
                                + " takes them as (number int4, street varchar); make the type the same on both servers")
                .hasMessageContaining("column \"ps\"");
        two.databases()
                .execute(
                        "shop",
                        """
                drop table things; drop type place; create type place as (number int, street varchar(10));
                """ + things + "; insert into things values (1, row(2, 'x'), array[row(3, 'y')::place])");
        assertThatCode(() -> two.run(job("select pl, ps, id from things where {range}", "error"), 10))
                .doesNotThrowAnyException();
    }

    @Test
    void a_view_a_rule_and_row_security_are_served_by_an_insert() throws Exception {
        two.fill("create table things (id int primary key); insert into things values (1), (2)", """
                create table kept (id int primary key);
                create view things as select id from kept;
                """);
        assertThat(two.run(job("select id from things where {range}", "error"), 10))
                .isEqualTo(Ledger.changed(2, 2));
        two.databases().execute("search", """
                drop view things; truncate kept; create table things (id int);
                create rule instead as on insert to things do instead insert into kept values (new.id);
                """);
        assertThat(two.run(job("select id from things where {range}", "error"), 10)
                        .read())
                .isEqualTo(2);
        assertThat(two.list("search", "select count(*) from kept")).containsExactly("2");
    }
}
