package dev.migrate.type.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Finding;
import dev.migrate.job.MendingScript;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that mend what was found, run by somebody with other settings than ours. */
final class RepairScriptIT {

    private static final Path CASES = Path.of("src/test/cases");

    private static final String BY_ID = """
            type: compare
            source: {database: primary, table: t}
            target: {database: replica, table: t}
            """;

    private static final String OTHER_SETTINGS = """
            set timezone = 'America/St_Johns'; set datestyle = 'German'; set intervalstyle = 'iso_8601';
            set extra_float_digits = -5; set bytea_output = 'escape'; set standard_conforming_strings = off;
            """;

    private static TwoTables tables;
    private static Repairs repairs;

    @BeforeAll
    static void open(@TempDir Path config) {
        tables = new TwoTables(config);
        repairs = new Repairs(tables);
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    private static List<String> script(String yaml) throws Exception {
        PreparedJob job = tables.prepare(yaml, Map.of("after", "2"));
        return script(job, tables.run(job, 1_000).findings());
    }

    private static List<String> script(PreparedJob job, List<Finding> findings) throws Exception {
        List<String> lines = new ArrayList<>();
        MendingScript.Writer writer = job.script().orElseThrow().begin(new DatabaseName("replica"), lines::add);
        for (Finding finding : findings) {
            writer.take(finding);
        }
        writer.end();
        return lines;
    }

    private static void run(List<String> script) {
        String sql = script.stream().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
        tables.execute("replica", OTHER_SETTINGS + sql);
    }

    @TestFactory
    Stream<DynamicTest> leaves_no_difference() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(folder -> canBeMended(folder.getFileName().toString())).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static boolean canBeMended(String folder) {
        return !RepairCasesIT.NOT_TO_BE_REPAIRED.contains(folder) && !RepairCasesIT.SET_ASIDE.containsKey(folder);
    }

    private static void check(Path folder) throws Exception {
        String yaml = Files.readString(folder.resolve("job.yml"));
        tables.fill(Files.readString(folder.resolve("source.sql")), Files.readString(folder.resolve("target.sql")));
        List<String> script = script(yaml);
        run(script);
        assertThat(repairs.differences(yaml, Map.of("after", "2"))).isEmpty();
        run(script);
        assertThat(repairs.differences(yaml, Map.of("after", "2"))).isEmpty();
    }

    @Test
    void a_statement_is_a_line() throws Exception {
        String table =
                "create table t (id int primary key, parent int references t on delete cascade, \"Na\"\"me\" text);";
        tables.fill(
                table + "insert into t values (1, 2, E'it''s\\n\\\\ two'), (2, null, null), (3, null, 'c')",
                table + "insert into t values (3, null, 'x'), (4, null, 'd'), (5, 4, 'e')");
        List<String> script = script(BY_ID);
        assertThat(script.subList(script.indexOf("begin;"), script.size()).stream()
                        .map(line -> line.replaceAll("[0-9a-f]{32}", "DIGEST")))
                .containsExactly(
                        "begin;",
                        "set constraints all deferred;",
                        "insert into \"public\".\"t\" (\"id\", \"parent\", \"Na\"\"me\") select 2, null, null where not exists"
                                + " (select from \"public\".\"t\" as migrate_row where migrate_row.\"id\" = 2);",
                        "update \"public\".\"t\" as migrate_row set \"Na\"\"me\" = 'c' where migrate_row.\"id\" = 3 and"
                                + " pg_temp.migrate_digest(migrate_row) = 'DIGEST';",
                        "delete from \"public\".\"t\" as migrate_row where migrate_row.\"id\" = 5 and"
                                + " pg_temp.migrate_digest(migrate_row) = 'DIGEST' and not exists (select from"
                                + " \"public\".\"t\" as migrate_child where migrate_child.\"parent\" = migrate_row.\"id\" and"
                                + " (migrate_child.\"id\" <> migrate_row.\"id\"));",
                        "insert into \"public\".\"t\" (\"id\", \"parent\", \"Na\"\"me\") select 1, 2, E'it''s\\n\\\\ two' where not"
                                + " exists (select from \"public\".\"t\" as migrate_row where migrate_row.\"id\" = 1);",
                        "delete from \"public\".\"t\" as migrate_row where migrate_row.\"id\" = 4 and"
                                + " pg_temp.migrate_digest(migrate_row) = 'DIGEST' and not exists (select from"
                                + " \"public\".\"t\" as migrate_child where migrate_child.\"parent\" = migrate_row.\"id\" and"
                                + " (migrate_child.\"id\" <> migrate_row.\"id\"));",
                        "commit;");
    }

    @Test
    void what_does_not_differ_any_more_is_left_out() throws Exception {
        String table = "create table t (id int primary key, name text);";
        tables.fill(
                table + "insert into t values (1, 'a'), (2, 'b')", table + "insert into t values (1, 'x'), (2, 'y')");
        PreparedJob job = tables.prepare(BY_ID, Map.of());
        List<Finding> findings = tables.run(job, 10).findings();
        tables.execute("replica", "update t set name = 'b' where id = 2");
        assertThat(script(job, findings))
                .contains("-- 2: no longer differs")
                .anyMatch(line -> line.startsWith("update"));
    }

    @Test
    void a_row_that_has_changed_since_is_left_as_it_is() throws Exception {
        String table = "create table t (id int primary key, name text);";
        tables.fill(
                table + "insert into t values (1, 'a'), (2, 'b')", table + "insert into t values (1, 'x'), (3, 'z')");
        List<String> script = script(BY_ID);
        tables.execute("replica", "update t set name = 'new'; insert into t values (2, 'new')");
        run(script);
        assertThat(repairs.list("replica", "select id || name from t order by id"))
                .containsExactly("1new", "2new", "3new");
    }

    @Test
    void no_name_is_taken_for_sql() throws Exception {
        String yaml = BY_ID.replace("table: t", "table: \"\\\"t -- $migrate$\\nboom;\\\"\"");
        String table = "create table \"t -- $migrate$\nboom;\" (id int primary key, \"$migrate$ 'n' \\\" text);";
        tables.fill(
                table + "insert into \"t -- $migrate$\nboom;\" values (1, 'a'), (2, 'b')",
                table + "insert into \"t -- $migrate$\nboom;\" values (1, 'x'), (3, 'z')");
        run(script(yaml));
        assertThat(repairs.differences(yaml, Map.of())).isEmpty();
    }

    @Test
    void children_on_later_pages_come_after_the_parents_that_are_brought_for_them() throws Exception {
        String table = "create table t (id int primary key, parent int references t);";
        tables.fill(table + "insert into t select i, nullif(i + 1, 1201) from generate_series(1, 1200) i", table);
        List<String> script = script(BY_ID);
        run(script);
        assertThat(repairs.differences(BY_ID, Map.of())).isEmpty();
        assertThat(script.stream().filter(line -> line.startsWith("insert"))).hasSize(1_200);
    }
}
