package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The demo in config/, as a stranger meets it. */
@Tag("process")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final List<Long> MISSING =
            List.of(17L, 4711L, 29989L, 60001L, 90013L, 123456L, 150001L, 180011L, 210019L, 299999L, 240007L, 270029L);
    private static final List<Long> EXTRA =
            List.of(300001L, 300002L, 300003L, 300004L, 300005L, 300006L, 100000L, 200000L, 250000L);
    private static final List<Long> DIFFERENT = List.of(
            101L, 59999L, 120001L, 199999L, 283117L, 1009L, 77777L, 31337L, 222222L, 65537L, 44L, 8191L, 131071L,
            271828L, 161803L);

    @TempDir
    private static Path home;

    @BeforeAll
    static void copy_the_config() throws IOException {
        ConfigCopy.to(home);
        Files.writeString(home.resolve("config/jobs/slowCheck.yml"), """
                type: compare
                source: {database: primary, table: posts}
                target: {database: replica, table: posts}
                page-size: 20
                """);
    }

    private static MigrateJar migrate() {
        return new MigrateJar(home);
    }

    @Test
    @Order(1)
    void the_first_command_tells_of_the_planted_differences() {
        Ended first = migrate().run("job=consistencyCheck").with(3);
        assertThat(first.out())
                .startsWith("consistencyCheck, execution 1: COMPLETED\n")
                .contains(
                        "rows        294,000 read = 293,973 ok + 27 found + 0 skipped + 0 failed; 0 written\n",
                        "findings    36: 12 missing, 9 extra, 15 different, 0 broken\n")
                .doesNotContain("%");
        assertThat(first.err())
                .startsWith("Execution 1 of consistencyCheck begins.\n")
                .containsPattern("consistencyCheck  100% \\| 294,000/294,000 rows \\| .* partitions \\| .*\n$");
    }

    @Test
    @Order(2)
    void exactly_the_planted_differences_are_found() {
        Ended found = migrate().run("findings", "1", "--format=json").with(0);
        assertThat(found.out().lines().map(line -> line.replaceFirst(",\"rule\".*", "")))
                .containsExactlyInAnyOrder(
                        Stream.of(lines("missing", MISSING), lines("extra", EXTRA), lines("different", DIFFERENT))
                                .flatMap(lines -> lines)
                                .toArray(String[]::new));
    }

    private static Stream<String> lines(String kind, List<Long> ids) {
        return ids.stream()
                .map(id -> "{\"database\":\"replica\",\"key\":{\"id\":%d},\"kind\":\"%s\"".formatted(id, kind));
    }

    @Test
    @Order(3)
    void the_same_command_again_says_that_it_is_complete() {
        Ended again = migrate().run("job=consistencyCheck").with(3);
        assertThat(again.out())
                .startsWith("consistencyCheck, execution 1: COMPLETED\n")
                .contains("Already complete since ", "--reset");
        assertThat(again.err()).isEmpty();
    }

    @Test
    @Order(4)
    void reset_runs_anew_and_prints_one_object() {
        Ended anew = migrate().run("job=consistencyCheck", "--reset", "--json").with(3);
        assertThat(anew.out()).matches(json("COMPLETED") + "\\}\n");
        Ended status = migrate().run("status", "2", "--json").with(0);
        assertThat(status.out()).matches(json("COMPLETED") + ",\"workers\":\\[\\],\"percent\":100,.*\\}\n");
    }

    private static String json(String status) {
        return ("\\{\"job\":\"consistencyCheck\",\"execution\":2,\"status\":\"" + status + "\",\"parameters\":\\{\\},"
                + "\"rows\":\\{\"read\":294000,\"ok\":293973,\"found\":27,\"skipped\":0,\"failed\":0,\"written\":0\\},"
                + "\"findings\":\\{\"missing\":12,\"extra\":9,\"different\":15,\"broken\":0\\},"
                + "\"partitions\":\\{\"total\":(\\d+),\"completed\":\\1,\"failed\":0\\},"
                + "\"seconds\":\\d+\\.\\d,\"rowsPerSecond\":\\d+,\"storedFindings\":36");
    }

    @Test
    @Order(5)
    void the_other_commands_answer() {
        assertThat(migrate().run("status").with(0).out().lines()).hasSize(3);
        assertThat(migrate().run("findings", "2", "--format=csv").with(0).out().split("\r\n"))
                .hasSize(37)
                .startsWith("database,key,kind,rule,columns", "replica,\"{\"\"id\"\":17}\",missing,,{}");
        assertThat(migrate().run("plan", "job=consistencyCheck").with(0).out())
                .contains(
                        "primary public.posts by id where not is_deleted",
                        "partitions of about",
                        "\"public\".\"posts\"");
        assertThat(migrate().run("jobs").with(0).out())
                .containsPattern(
                        "consistencyCheck +compare +primary posts, replica posts +config/jobs/consistencyCheck.yml");
    }

    @Test
    @Order(6)
    void others_look_on_while_it_runs() {
        try (Started run = migrate().start("job=slowCheck", "--quiet")) {
            run.waitUntil(() -> servers() > 0);
            run.waitUntil(() -> migrate().run("status").with(0).out().contains("slowCheck"));
            assertThat(migrate().run("status", "3", "--json").with(0).out())
                    .contains("\"job\":\"slowCheck\"", "\"status\":\"STARTED\"", "\"pid\":" + run.pid());
            run.signal("TERM");
            run.end().with(4);
        }
    }

    @Test
    @Order(7)
    void rules_tell_which_rows_break_them() {
        Ended check = migrate().run("job=postRules", "--quiet").with(3);
        assertThat(check.out())
                .contains(
                        "rows        599,996 read = 599,981 ok + 15 found + 0 skipped + 0 failed; 0 written\n",
                        "findings    15: 0 missing, 0 extra, 0 different, 15 broken\n");
        assertThat(migrate().run("findings", "4").with(0).out().lines())
                .hasSize(16)
                .contains(
                        "KIND       DATABASE      KEY                   COLUMNS",
                        "broken     primary       id=12345              ratingRange: rating=0.00",
                        "broken     replica       id=240007             deletionsAreLogged: is_deleted=true moderator=null");
    }

    @Test
    @Order(8)
    void a_program_greets_every_slice() throws IOException {
        assertThat(migrate().run("plan", "job=greetEverySlice").with(0).out())
                .contains("greet {from} {to} {database} {partition}/{partitions}");
        Ended greeted =
                migrate().run("job=greetEverySlice", "--json", "--quiet").with(0);
        assertThat(greeted.out())
                .contains("\"read\":300000,\"ok\":300000", "\"partitions\":{\"total\":8,\"completed\":8,\"failed\":0}");
        assertThat(Files.readString(home.resolve(".migrate/output/5/2.log")))
                .isEqualTo("Hello posts above 37500 up to 75000 on primary, slice 2/8\n");
    }

    @Test
    @Order(9)
    void a_handler_of_ones_own_is_compiled_and_given_every_row() {
        Ended slugs = migrate().run("job=slugPosts", "--json").with(0);
        assertThat(slugs.out()).contains("\"rows\":{\"read\":1806,\"ok\":1806,", "\"written\":1806}");
    }

    @Test
    @Order(10)
    void a_table_is_built_in_another_database() {
        assertThat(migrate().run("job=postDocuments").with(0).out())
                .startsWith("postDocuments, execution 7: COMPLETED\n")
                .contains(
                        "rows        300,000 read = 300,000 ok + 0 found + 0 skipped + 0 failed; 294,000 written\n",
                        "copied from server to server from primary to replica;");
    }

    @Test
    @Order(11)
    void a_statement_is_run_over_two_databases() {
        assertThat(migrate().run("job=blankDeletedPosts").with(0).out())
                .contains(
                        "rows        599,996 read = 599,996 ok + 0 found + 0 skipped + 0 failed; 11,999 written\n",
                        "partitions  16: 16 complete");
    }

    @Test
    @Order(99)
    void no_server_is_left_behind() {
        assertThat(home.resolve(".migrate/data/postmaster.pid")).doesNotExist();
        assertThat(servers()).isZero();
    }

    private static long servers() {
        return EmbeddedServers.in(home);
    }
}
