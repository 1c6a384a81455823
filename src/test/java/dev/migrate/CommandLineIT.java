package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.cli.CapturedConsole;
import dev.migrate.cli.CommandLineTool;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole tool, as it is typed, on two tables with four differences. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineIT {

    @TempDir
    private static Path directory;

    private static final String REPOSITORY = TestServer.freshDatabase();

    private CapturedConsole captured = new CapturedConsole();

    @BeforeAll
    static void write_a_config() throws IOException {
        Files.createDirectory(directory.resolve("jobs"));
        Files.writeString(directory.resolve("application.yml"), """
                migrate:
                  repository: {url: "%s"}
                  databases:
                    primary: {url: "%s"}
                    replica: {url: "%s"}
                """.formatted(
                        REPOSITORY,
                        table("select i, 'title ' || i from generate_series(1, 2000) i"),
                        table("select i, case when i in (7, 1999) then 'other' else 'title ' || i end"
                                + " from generate_series(1, 2001) i where i <> 1000")));
        Files.writeString(directory.resolve("jobs/check.yml"), """
                type: compare
                source: {database: primary, table: item, where: ":day::text <> ''"}
                target: {database: replica, table: item}
                """);
        Files.writeString(directory.resolve("jobs/mark.yml"), """
                type: sql
                source: {database: replica, table: item}
                statement: update item set title = title || '!' where {range}
                """);
    }

    private static String table(String rows) {
        String url = TestServer.freshDatabase();
        TestServer.execute(url, "create table item (id, title) as " + rows + "; alter table item add primary key (id)");
        return url;
    }

    private int run(String... words) {
        captured = new CapturedConsole();
        return new CommandLineTool(MigrateApplication.class, captured.console())
                .run(Stream.concat(Arrays.stream(words), Stream.of("--config=" + directory))
                        .toArray(String[]::new));
    }

    @Test
    @Order(1)
    void a_plan_runs_and_writes_nothing() {
        assertThat(run("plan", "job=check", "day=1", "--partitions=20")).isZero();
        assertThat(captured.out())
                .startsWith("check, a job of type compare in " + directory.resolve("jobs/check.yml"))
                .contains("primary public.item by id", "20 partitions of about", "--all shows every one");
        assertThat(run("status")).isZero();
        assertThat(captured.err()).isEqualToIgnoringNewLines("Nothing has run yet.");
    }

    @Test
    @Order(2)
    void a_run_prints_one_object_and_writes_a_report() {
        Path report = directory.resolve("report.json");
        assertThat(run("job=check", "day=1", "--json", "--partitions=4", "--report=" + report))
                .isEqualTo(3);
        assertThat(captured.out())
                .startsWith(
                        "{\"job\":\"check\",\"execution\":1,\"status\":\"COMPLETED\",\"parameters\":{\"day\":\"1\"},"
                                + "\"rows\":{\"read\":2000,\"ok\":1997,\"found\":3,\"skipped\":0,\"failed\":0,\"written\":0},"
                                + "\"findings\":{\"missing\":1,\"extra\":1,\"different\":2,\"broken\":0},"
                                + "\"partitions\":{\"total\":4,\"completed\":4,\"failed\":0},\"seconds\":")
                .hasLineCount(1);
        assertThat(captured.err())
                .startsWith("Execution 1 of check begins.")
                .contains("check  100% | 2,000/2,000 rows | ", "4/4 partitions | 0 workers | 4 findings");
        assertThat(report).content().contains("\"notes\":[", "\"definition\":\"");
    }

    @Test
    @Order(3)
    void the_same_again_is_complete_already() {
        assertThat(run("job=check", "day=1", "--quiet")).isEqualTo(3);
        assertThat(captured.out())
                .startsWith("check day=1, execution 1: COMPLETED")
                .contains("Already complete since ", "different  replica   id=1999  title: title 1999 → other");
        assertThat(captured.err()).isEmpty();
    }

    @Test
    @Order(4)
    void reset_runs_anew() {
        assertThat(run("job=check", "day=1", "--quiet", "--json", "--reset")).isEqualTo(3);
        assertThat(captured.out()).startsWith("{\"job\":\"check\",\"execution\":2,\"status\":\"COMPLETED\"");
    }

    @Test
    @Order(5)
    void status_tells_all_executions_or_one() {
        assertThat(run("status")).isZero();
        assertThat(captured.out().lines()).hasSize(3).anyMatch(line -> line.matches(" +1  check  COMPLETED .*  day=1"));
        assertThat(run("status", "1", "--partitions")).isZero();
        assertThat(captured.out()).contains("Executions with these parameters:", "ATTEMPTS  RESUMED", "(-∞, 500]");
        assertThat(run("status", "1", "--json")).isZero();
        assertThat(captured.out()).contains(",\"workers\":[],").endsWith(",\"failedPartitions\":[]}\n");
        assertThat(run("status", "9")).isEqualTo(2);
        assertThat(captured.err())
                .isEqualToIgnoringNewLines("there is no execution 9; the newest are 2 (check), 1 (check)");
    }

    @Test
    @Order(6)
    void findings_come_a_line_each() {
        assertThat(run("findings", "1", "--format=json")).isZero();
        assertThat(captured.out().lines())
                .containsExactly(
                        "{\"database\":\"replica\",\"key\":{\"id\":7},\"kind\":\"different\",\"rule\":null,"
                                + "\"columns\":{\"title\":{\"source\":\"title 7\",\"target\":\"other\"}}}",
                        "{\"database\":\"replica\",\"key\":{\"id\":1000},\"kind\":\"missing\",\"rule\":null,\"columns\":{}}",
                        "{\"database\":\"replica\",\"key\":{\"id\":1999},\"kind\":\"different\",\"rule\":null,"
                                + "\"columns\":{\"title\":{\"source\":\"title 1999\",\"target\":\"other\"}}}",
                        "{\"database\":\"replica\",\"key\":{\"id\":2001},\"kind\":\"extra\",\"rule\":null,\"columns\":{}}");
    }

    @Test
    @Order(7)
    void a_report_that_cannot_be_written_is_told_before_the_run() {
        Path report = directory.resolve("nowhere/report.json");
        assertThat(run("job=check", "day=2", "--report=" + report)).isEqualTo(2);
        assertThat(captured.err())
                .startsWith("--report=" + report + " cannot be written")
                .hasLineCount(1);
        assertThat(run("status")).isZero();
        assertThat(captured.out().lines()).hasSize(3);
    }

    @Test
    @Order(8)
    void a_job_that_is_not_there_is_told_without_a_database() {
        assertThat(run("job=chek", "--migrate.repository.url=jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(2);
        assertThat(captured.err())
                .isEqualToIgnoringNewLines(
                        "there is no job \"chek\" in " + directory.resolve("jobs") + "; did you mean \"check\"?");
    }

    @Test
    @Order(9)
    void a_server_that_cannot_be_reached_is_named() {
        assertThat(run("status", "--migrate.repository.url=jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("127.0.0.1:1").hasLineCount(1);
    }

    @Test
    @Order(10)
    void jobs_with_mistakes_are_listed_with_them() throws IOException {
        Path broken = Files.writeString(directory.resolve("jobs/broken.yml"), "type: compare\nsource: {}\n");
        assertThat(run("jobs")).isEqualTo(2);
        assertThat(captured.out()).contains("broken  ?", "check   compare  primary item, replica item");
        assertThat(captured.err()).startsWith(broken + ":");
        Files.delete(broken);
        assertThat(run("jobs")).isZero();
    }

    @Test
    @Order(11)
    void a_property_of_spring_that_is_set_to_nonsense_is_named() {
        assertThat(run("jobs", "--logging.level.root=nonsense")).isEqualTo(2);
        assertThat(captured.err())
                .isEqualToIgnoringNewLines(
                        "the property logging.level.root is set to what it cannot be; correct it, or leave it out");
    }

    @Test
    @Order(12)
    void a_run_that_set_no_rows_aside_has_none_to_do_again() {
        assertThat(run("job=mark", "--quiet", "--partitions=2")).isZero();
        assertThat(run("failed", "3", "--retry")).isZero();
        assertThat(captured.err())
                .isEqualToIgnoringNewLines("Execution 3 of mark set no rows aside, so there is nothing to do again.");
        assertThat(run("failed", "3")).isZero();
        assertThat(captured.out()).hasLineCount(1);
    }

    @Test
    @Order(13)
    void rows_that_were_set_aside_are_listed_and_just_those_done_again() {
        TestServer.execute(REPOSITORY, """
                insert into migrate.failed_row (instance_id, partition, key, error, attempts)
                select instance_id, 2, '{"id": 1999}', 'no luck', 2 from migrate.run where job = 'mark';
                update migrate.partition set failed = 1
                where number = 2 and instance_id = (select instance_id from migrate.run where job = 'mark')
                """);
        assertThat(run("failed", "3", "--format=json")).isZero();
        assertThat(captured.out())
                .isEqualToIgnoringNewLines(
                        "{\"database\":\"replica\",\"key\":{\"id\":1999},\"error\":\"no luck\",\"attempts\":2}");
        assertThat(run("job=mark", "--quiet")).isEqualTo(3);
        assertThat(captured.out())
                .contains(
                        "1 row set aside:",
                        "To do just those again: java -jar ",
                        " --config=" + directory + " failed 3 --retry");

        assertThat(run("failed", "3", "--retry", "--quiet")).isZero();

        assertThat(captured.out())
                .startsWith("mark, execution 4, a retry of 3: COMPLETED")
                .contains("1 read = 1 ok", "partitions  1: 1 complete")
                .endsWith("Complete: the rows that were set aside were done again." + System.lineSeparator());
        assertThat(run("failed", "3", "--retry", "--json")).isZero();
        assertThat(captured.out()).startsWith("{\"job\":\"mark\",\"execution\":4,\"status\":\"COMPLETED\"");
        assertThat(captured.err()).contains("were done again by execution 4, complete since ");
    }

    @Test
    @Order(14)
    void a_run_whose_rows_were_done_again_says_by_which() {
        assertThat(run("failed", "3")).isZero();
        assertThat(captured.out()).contains("DATABASE      KEY", "replica       id=1999");
        assertThat(captured.err()).startsWith("They were done again by:").contains("4  COMPLETED     1           1");
        assertThat(run("status", "3")).isZero();
        assertThat(captured.out()).contains("The rows that were set aside were done again by:");
        assertThat(run("status")).isZero();
        assertThat(captured.out()).contains("mark, a retry of 3");
        assertThat(run("job=mark", "--quiet", "--json")).isEqualTo(3);
        assertThat(captured.out()).startsWith("{\"job\":\"mark\",\"execution\":3,");
    }
}
