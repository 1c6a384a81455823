package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.Finding;
import dev.migrate.job.Finding.Kind;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.TargetWork;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.type.compare.Repairs.Mended;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RepairPagesIT {

    private static final String BY_ID = """
            type: compare
            source: {database: primary, table: t}
            target: {database: replica, table: t}
            """;
    private static final String TABLE = "create table t (id int primary key, name text, likes int);";

    private static Repairs repairs;

    @BeforeAll
    static void open(@TempDir Path config) {
        repairs = new Repairs(new TwoTables(config));
    }

    @AfterAll
    static void close() {
        repairs.tables().close();
    }

    private static List<String> target(String sql) throws Exception {
        return repairs.list("replica", sql);
    }

    private static Mended mend(String source, String target) throws Exception {
        repairs.tables().fill(source, target);
        return repairs.run(BY_ID, 100);
    }

    @Test
    void only_columns_that_differ_are_written_and_new_rows_get_all_that_both_sides_have() throws Exception {
        repairs.tables()
                .fill(
                        TABLE + "insert into t values (1, 'a', 1), (2, 'b', 2)",
                        TABLE + "alter table t add own text not null default 'mine'; insert into t values (1, 'x', 7)");
        Mended mended = repairs.run(BY_ID + "exclude: [likes]", 100);
        assertThat(target("select t::text from t order by id")).containsExactly("(1,a,7,mine)", "(2,b,2,mine)");
        assertThat(mended.findings()).extracting(Finding::kind).containsExactly(Kind.DIFFERENT, Kind.MISSING);
        assertThat(mended.ledger()).isEqualTo(new Ledger(2, 0, 2, 0, 0, 2));
    }

    @Test
    void values_arrive_as_they_are() throws Exception {
        String table = """
                create type mood as enum ('sad', 'ok'); create type pair as (a int, b text); create domain short as varchar(5);
                create table t (id int primary key, b bytea, j jsonb, n numeric, f float8, m mood, a text[], i interval,
                                p pair, d short, x xml, r tstzrange, c "char", bits bit(3), v varbit, big text, q char(4));
                """;
        String rows = """
                insert into t values
                  (1, '\\x00ff5c27', '{"a": [1.50, null, "\\u00e4\\n"]}', 'NaN', '-0', 'sad', array['a', null, '', '"q\\', 'NULL'],
                   '1 mon -2 days 03:04:05.6', '(1,"x,""y")', 'kurz', '<a>ä</a>', '[2024-01-01 00:00+02,)', '\\', b'101', b'0101',
                   repeat('ä"''\\', 3000000), 'ab'),
                  (2, '', '1', 12345678901234567890.1234567890, 'Infinity', null, '{}', null, '(,)', null, null, 'empty', '', b'000', b'', '', ''),
                  (3, null, 'null', null, 1e-307, 'ok', '[2:3]={x,y}', 'infinity', null, '', null, null, null, null, null, E'\\t\\r\\n', null);
                """.replace("'infinity', null, ''", "'1 day', null, ''");
        Mended mended = mend(table + rows, table + "insert into t (id, q) values (1, 'ab'), (3, null)");
        assertThat(mended.errors()).isEmpty();
        String md5 = "select md5(string_agg(t::text, '|' order by id)) from t";
        assertThat(target(md5)).isEqualTo(repairs.list("primary", md5));
    }

    @Test
    void generated_columns_follow_and_identity_is_overridden() throws Exception {
        String table = """
                create table t (id int generated always as identity primary key, n int,
                                twice int generated always as (n * 2) stored, auto int generated always as identity);
                """.replace(", auto int generated always as identity", "");
        Mended mended = mend(
                table + "insert into t (n) values (1), (2), (3)",
                table
                        + "insert into t (n) values (1), (7); insert into t (id, n) overriding system value values (9, 9)");
        assertThat(mended.errors()).isEmpty();
        assertThat(target("select t::text from t order by id")).containsExactly("(1,1,2)", "(2,2,4)", "(3,3,6)");
    }

    @Test
    void what_the_server_computes_otherwise_is_set_aside() throws Exception {
        String table = "create table t (id int primary key, n int, twice int generated always as (n * %d) stored);";
        Mended mended = mend(
                table.formatted(2) + "insert into t (id, n) values (1, 1), (2, 0)",
                table.formatted(3) + "insert into t (id, n) values (1, 1)");
        assertThat(mended.errors())
                .containsExactly(
                        "{id=1} different: the server fills \"twice\" itself, and nothing else of the row differs");
        assertThat(target("select t::text from t order by id")).containsExactly("(1,1,3)", "(2,0,0)");
    }

    @Test
    void what_the_target_refuses_is_set_aside_and_the_rest_is_mended() throws Exception {
        Mended mended = mend(
                TABLE + "insert into t select i, 'row ' || i, i from generate_series(1, 50) i",
                "create table o (id int primary key); insert into o select i from generate_series(1, 50) i where i <> 30;"
                        + TABLE.replace("likes int", "likes int references o check (likes <> 20)")
                        + "insert into t select i, 'old', 1 from generate_series(41, 60) i; create table c (t int references t);"
                        + "insert into c values (60)");
        assertThat(mended.errors())
                .containsExactly(
                        "{id=20} missing: the target refuses it: new row for relation \"t\" violates check constraint \"t_likes_check\"",
                        "{id=30} missing: the target refuses it: insert or update on table \"t\" violates foreign key constraint \"t_likes_fkey\"",
                        "{id=60} extra: the target refuses it: update or delete on table \"t\" violates foreign key constraint \"c_t_fkey\" on table \"c\"");
        assertThat(mended.ledger()).isEqualTo(new Ledger(51, 0, 48, 0, 3, 57));
        assertThat(repairs.differences(BY_ID, Map.of())).hasSize(3);
    }

    @Test
    void triggers_fire_and_what_they_change_or_prevent_is_set_aside() throws Exception {
        String trigger = """
                create function odd() returns trigger language plpgsql as $$ begin
                  if new.id = 1 then new.name := 'by trigger'; elsif new.id = 2 then return null;
                  elsif new.id = 3 then raise 'not three' using errcode = 'XX999'; end if; return new; end $$;
                create trigger odd before insert or update on t for each row execute function odd();
                """;
        Mended mended = mend(TABLE + "insert into t select i, 'row', i from generate_series(1, 4) i", TABLE + trigger);
        assertThat(mended.errors())
                .containsExactlyInAnyOrder(
                        "{id=1} missing: the target does not keep what the source has in \"name\": a trigger changes it, its type has no room for it, or the server fills it itself",
                        "{id=2} missing: was no longer as it was found when it was to be mended, or a trigger kept it as it is",
                        "{id=3} missing: the target refuses it: not three");
        assertThat(target("select id::text from t")).containsExactly("4");
        assertThat(repairs.tables().prepare(BY_ID + "repair: target", Map.of()).notes())
                .contains("its triggers fire: odd");
    }

    @Test
    void rows_move_between_the_partitions_of_a_table() throws Exception {
        String table = """
                create table t (id int, region text, name text, primary key (id, region)) partition by list (region);
                create table t_a partition of t for values in ('a'); create table t_b partition of t for values in ('b');
                """;
        Mended mended = mend(
                table + "insert into t values (1, 'a', 'x'), (2, 'b', 'y')",
                table + "insert into t values (1, 'b', 'x'), (2, 'b', 'z')");
        assertThat(mended.errors()).isEmpty();
        assertThat(repairs.differences(BY_ID, Map.of())).isEmpty();
    }

    @Test
    void a_row_is_mended_only_if_it_still_is_as_it_was_found() throws Exception {
        repairs.tables()
                .fill(
                        TABLE + "insert into t values (1, 'a', 1), (2, 'b', 2), (3, 'c', 3), (5, 'e', 5)",
                        TABLE + "insert into t values (1, 'x', 1), (4, 'd', 4), (3, 'z', 3)");
        Mended mended = repairs.runLate(BY_ID, () -> {
            repairs.tables()
                    .execute(
                            "replica", "update t set likes = 7 where id in (1, 4); insert into t values (2, 'new', 0)");
            repairs.tables().execute("primary", "update t set likes = 8 where id = 5");
        });
        assertThat(mended.errors()).hasSize(4).allMatch(error -> error.contains("was no longer as it was found"));
        assertThat(target("select t::text from t order by id"))
                .containsExactly("(1,x,7)", "(2,new,0)", "(3,c,3)", "(4,d,7)");
    }

    @Test
    void a_row_that_was_mended_by_somebody_else_meanwhile_is_no_finding() throws Exception {
        repairs.tables()
                .fill(
                        TABLE + "insert into t values (1, 'a', 1), (2, 'b', 2)",
                        TABLE + "insert into t values (2, 'x', 2)");
        Mended mended =
                repairs.runLate(BY_ID, () -> repairs.tables().execute("replica", "insert into t values (1, 'a', 1)"));
        assertThat(mended.ledger()).isEqualTo(new Ledger(2, 1, 1, 0, 0, 1));
        assertThat(mended.findings()).extracting(Finding::kind).containsExactly(Kind.DIFFERENT);
    }

    @Test
    void a_page_that_was_not_committed_is_mended_again() throws Exception {
        repairs.tables().fill(TABLE + "insert into t values (1, 'a', 1)", TABLE);
        PreparedJob job = repairs.tables().prepare(BY_ID + "repair: target", Map.of());
        assertThat(job.targets(job.keySpaces().get(0).database()))
                .extracting(Object::toString)
                .containsExactly("replica");
        Partition partition = new Partition(1, 1, job.keySpaces().get(0).database(), KeyRange.ALL);
        try (TargetWork work = (TargetWork) job.open(partition);
                Connection connection =
                        repairs.tables().databases().dataSource(work.target()).getConnection()) {
            connection.setAutoCommit(false);
            Page page = new Page(1, new KeyRange(null, KeyValue.of(10)), 10);
            PageResult first = work.apply(page, connection);
            connection.rollback();
            assertThat(work.apply(page, connection)).isEqualTo(first);
            connection.commit();
        }
        assertThat(repairs.differences(BY_ID, Map.of())).isEmpty();
    }

    @Test
    void nothing_is_repaired_that_is_no_table_or_not_asked_for() {
        repairs.tables().fill(TABLE, "create table u (id int, name text, likes int); create view t as select * from u");
        String byKey = BY_ID.replace("table: t}", "table: t, key: id}");
        assertThatThrownBy(() -> repairs.tables().prepare(byKey + "repair: target", Map.of()))
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "case.yml[repair]: only a table can be repaired, and \"public.t\" in replica is a view; write repair: none, or name the table behind it as the target");
        PreparedJob job = repairs.tables().prepare(byKey, Map.of());
        assertThat(job.targets(job.keySpaces().get(0).database())).isEmpty();
        assertThat(job.statements()).noneMatch(sql -> sql.contains("insert"));
    }

    @Test
    void the_plan_shows_how_it_would_write() {
        repairs.tables().fill(TABLE, TABLE);
        assertThat(repairs.tables().prepare(BY_ID + "repair: target", Map.of()).statements())
                .anySatisfy(sql -> assertThat(sql).startsWith("-- on replica, where a row is missing\ninsert into"))
                .anySatisfy(sql -> assertThat(sql).startsWith("-- on replica, where a row differs\nupdate"))
                .anySatisfy(sql -> assertThat(sql).startsWith("-- on replica, where a row is extra\ndelete from"));
    }
}
