package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Finding;
import dev.migrate.job.Finding.Kind;
import dev.migrate.type.compare.Repairs.Mended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that hang together: by foreign keys of the table to itself, by what must be unique in it. */
final class RepairRelativesIT {

    private static final String BY_ID = """
            type: compare
            source: {database: primary, table: t}
            target: {database: replica, table: t}
            """;

    private static Repairs repairs;

    @BeforeAll
    static void open(@TempDir Path config) {
        repairs = new Repairs(new TwoTables(config));
    }

    @AfterAll
    static void close() {
        repairs.tables().close();
    }

    private static void demandMended(int pageRows, String source, String target) throws Exception {
        repairs.tables().fill(source, target);
        List<String> before = repairs.differences(BY_ID, Map.of());
        Mended mended = repairs.run(BY_ID, pageRows);
        assertThat(mended.errors()).isEmpty();
        assertThat(repairs.differences(BY_ID, Map.of())).isEmpty();
        assertThat(mended.findings()).hasSameSizeAs(before);
        assertThat(mended.ledger().written()).isEqualTo(before.size());
    }

    private static String tree(String action) {
        return "create table t (id int primary key, parent int references t " + action + ", name text);";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    void parents_that_come_later_are_brought_first(int pageRows) throws Exception {
        String chain = "insert into t select i, nullif(i + 1, 41), 'row ' || i from generate_series(1, 40) i";
        demandMended(pageRows, tree("") + chain, tree(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "on delete cascade",
                "on delete restrict",
                "on delete set null",
                "deferrable initially deferred"
            })
    void a_whole_tree_goes_with_its_children_first(String action) throws Exception {
        String rows = "insert into t select i, i / 2, 'row ' || i from generate_series(0, 60) i order by i;";
        String kept =
                "insert into t select i, case when i > 0 then 0 end, 'kept ' || i from generate_series(100, 105) i;";
        for (int pageRows : List.of(1, 4, 1_000)) {
            demandMended(
                    pageRows,
                    tree(action) + "insert into t values (0, 0, 'root');" + kept,
                    tree(action) + rows + kept
                            + "update t set parent = 7 where id in (101, 103); update t set name = 'root' where id = 0");
        }
    }

    @Test
    void rows_that_refer_to_each_other_in_a_circle_come_together_and_go_together() throws Exception {
        String circle = "insert into t values (1, 3, 'a'), (2, 1, 'b'), (3, 2, 'c');";
        demandMended(1, tree("") + circle, tree(""));
        demandMended(1, tree(""), tree("") + circle);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void parents_are_known_by_several_columns(int pageRows) throws Exception {
        String table = """
                create table t (region text, id int, "Up region" text, "Up id" bigint, primary key (region, id),
                                unique (id, region), foreign key ("Up id", "Up region") references t (id, region));
                """.replace("\"Up id\" bigint", "\"Up id\" int");
        String rows = """
                insert into t values ('a''"\\', 1, 'z', 9), ('a', 2, 'a''"\\', 1), ('z', 9, 'ü', 4), ('ü', 4, null, 3), ('x', 1, null, null);
                """;
        demandMended(pageRows, table + rows, table + "insert into t values ('x', 1, null, null), ('x', 2, 'x', 1)");
        demandMended(pageRows, table + "insert into t values ('x', 1, null, null)", table + rows);
    }

    private static final String CODES = "create table t (id int primary key, code text unique, name text);";

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    void values_that_must_be_unique_are_freed_first(int pageRows) throws Exception {
        demandMended(
                pageRows,
                CODES + "insert into t select i, 'code ' || i, 'row' from generate_series(1, 20) i",
                CODES + "insert into t select i, 'code ' || i + 1, 'row' from generate_series(2, 19) i;"
                        + "insert into t values (77, 'code 1', 'extra'), (0, 'code 2', 'extra')");
    }

    @Test
    void a_constraint_that_can_wait_lets_values_change_places() throws Exception {
        String codes = CODES.replace("unique", "unique deferrable");
        demandMended(
                1_000,
                codes + "insert into t values (1, 'a', 'x'), (2, 'b', 'y'), (3, 'c', 'z')",
                codes + "insert into t values (1, 'b', 'x'), (2, 'a', 'y'), (3, 'c', 'zz')");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void values_that_must_be_unique_change_places(int pageRows) throws Exception {
        String table = """
                create table t (id int primary key, code text not null unique, name text, own serial,
                                parent int references t, twice text generated always as (code || code) stored);
                """;
        demandMended(
                pageRows,
                table
                        + "insert into t (id, code, name, parent) select i, 'code ' || (i + 7) % 20, 'row', 5 from generate_series(0, 20) i where i <> 20",
                table
                        + "insert into t (id, code, name, parent) select i, 'code ' || i, 'row', 5 from generate_series(0, 20) i where i <> 20");
        assertThat(repairs.list("replica", "select id::text from t where own = id + 1"))
                .hasSize(20);
    }

    @Test
    void values_do_not_change_places_where_others_would_notice() throws Exception {
        String table = CODES + "create table o (t int references t on delete cascade);";
        repairs.tables()
                .fill(
                        table + "insert into t values (1, 'a', 'x'), (2, 'b', 'y')",
                        table + "insert into t values (1, 'b', 'x'), (2, 'a', 'y'); insert into o values (1)");
        assertThat(repairs.run(BY_ID, 10).errors())
                .hasSize(2)
                .allMatch(error -> error.contains("violates unique constraint"));
        assertThat(repairs.list("replica", "select t::text from o")).containsExactly("1");
    }

    @Test
    void a_row_mended_ahead_is_reported_once() throws Exception {
        repairs.tables().fill(tree("") + "insert into t values (1, 2, 'a'), (2, null, 'b')", tree(""));
        Mended mended = repairs.run(BY_ID, 1);
        assertThat(mended.findings()).extracting(Finding::kind).containsExactly(Kind.MISSING, Kind.MISSING);
        assertThat(mended.ledger().read()).isEqualTo(2);
    }
}
