package dev.migrate.type.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.EngineFixture;
import dev.migrate.engine.channel.LocalTransport;
import dev.migrate.engine.channel.PostgresTransport;
import dev.migrate.job.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine with real programs. */
class CommandIT {

    private static final String SOURCE = "source: {database: shop, table: item, where: id % 2 = 0}";

    @TempDir
    private static Path directory;

    private static Commands commands;

    @BeforeAll
    static void open() throws Exception {
        commands = new Commands(directory);
    }

    @AfterAll
    static void close() {
        commands.close();
    }

    @Test
    void runs_the_program_once_for_each_slice_and_tells_it_where_that_is() throws Exception {
        commands.define(
                "slices", SOURCE, "echo \"$@\"", "{from}", "{to}", "{database}", "{partition}/{partitions}", "{{to}}");

        assertThat(commands.engine.run(commands.request(4))).isInstanceOf(Outcome.Completed.class);

        assertThat(List.of(commands.printed(1), commands.printed(2), commands.printed(3), commands.printed(4)))
                .containsExactly(
                        List.of("0 250 shop 1/4 {to}"),
                        List.of("250 500 shop 2/4 {to}"),
                        List.of("500 750 shop 3/4 {to}"),
                        List.of("750 1000 shop 4/4 {to}"));
        assertThat(sums()).isEqualTo("500 0 0 0 0");
        assertThat(commands.engine.text("select string_agg(concat(position, ' ', ending), ', ' order by number)"
                        + " from migrate.partition where instance_id = " + commands.instance()))
                .isEqualTo("[\"250\"] [\"250\"], [\"500\"] [\"500\"], [\"750\"] [\"750\"], [\"1000\"] [\"1000\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {PostgresTransport.NAME, LocalTransport.NAME})
    void needs_no_table(String transport) throws Exception {
        commands.engine.transport = transport;
        commands.define("plain-" + transport, "", "echo $1 of $2", "{partition}", "{partitions}");

        assertThat(commands.engine.run(commands.request(20))).isInstanceOf(Outcome.Completed.class);

        assertThat(commands.printed(1)).containsExactly("1 of 20");
        assertThat(commands.printed(20)).containsExactly("20 of 20");
        assertThat(sums()).isEqualTo("0 0 0 0 0");
        assertThat(commands.engine.text("select output from migrate.partition where number = 7 and instance_id = "
                        + commands.instance()))
                .endsWith(":" + directory.resolve("output/" + commands.instance() + "/7.log"));
        commands.engine.transport = PostgresTransport.NAME;
    }

    @Test
    void a_program_that_fails_fails_its_partition_and_only_that_is_run_again() throws Exception {
        commands.define(
                "failing",
                "",
                "echo try; [ $1 != 2 ] || [ -e mended ] || { printf 'no\\033[31m such\\n  host\\n' >&2; exit 3; }",
                "{partition}");

        assertThat(commands.engine.run(commands.request(3)))
                .isInstanceOf(Outcome.Failed.class)
                .extracting(Outcome::sentence)
                .asString()
                .contains("partition 2: sh exited with 3; it printed last: try / no such / host");
        assertThat(commands.in("done")).isEqualTo("1 3");
        assertThat(commands.in("failed")).isEqualTo("2");

        Files.createFile(commands.file("mended"));
        assertThat(commands.engine.run(commands.request(3))).isInstanceOf(Outcome.Completed.class);
        assertThat(commands.printed(1)).containsExactly("try");
        assertThat(commands.printed(2)).containsExactly("try", "no\u001b[31m such", "  host", "try");
    }

    @Test
    void a_program_that_takes_too_long_is_ended_with_all_that_it_started() throws Exception {
        commands.define("slow", "timeout: 90m", "sleep 1000 & echo $! > slow.pid; wait");
        EngineFixture.Beside run = commands.engine.begin(commands.request(1));
        ProcessHandle child = process("slow.pid");

        commands.engine.time.pass(Duration.ofMinutes(91));

        assertThat(run.outcome())
                .extracting(Outcome::sentence)
                .asString()
                .contains("sh took longer than its timeout of 1h30m; it printed nothing");
        await().until(() -> !child.isAlive());
    }

    @Test
    void stopping_ends_the_programs_and_gives_their_partitions_back() throws Exception {
        commands.define(
                "stopped",
                "",
                "[ -e released ] || [ $1 = 1 ] && exit; sleep 1000 & echo $! > stopped.$1.pid; wait",
                "{partition}");
        EngineFixture.Beside run = commands.engine.begin(commands.request(3));
        ProcessHandle second = process("stopped.2.pid");
        ProcessHandle third = process("stopped.3.pid");

        run.stop().request();

        assertThat(run.outcome()).isInstanceOf(Outcome.Stopped.class);
        await().until(() -> !second.isAlive() && !third.isAlive());
        assertThat(commands.in("done")).isEqualTo("1");
        assertThat(commands.in("waiting")).isEqualTo("2 3");

        Files.createFile(commands.file("released"));
        assertThat(commands.engine.run(commands.request(3))).isInstanceOf(Outcome.Completed.class);
        assertThat(commands.engine.text("select string_agg(attempts::text, ' ' order by number) from migrate.partition"
                        + " where instance_id = " + commands.instance()))
                .isEqualTo("1 2 2");
    }

    @Test
    void a_run_that_is_stopped_ends_the_programs_of_other_processes() throws Exception {
        commands.define("elsewhere", "", "sleep 1000 & echo $! > elsewhere.pid; wait");
        commands.engine.worker(1);
        EngineFixture.Beside run = commands.engine.begin(commands.engine.request(1, 0));
        ProcessHandle child = process("elsewhere.pid");

        run.stop().request();

        assertThat(run.outcome()).isInstanceOf(Outcome.Stopped.class);
        await().until(() -> !child.isAlive());
        await().untilAsserted(() -> assertThat(commands.in("waiting")).isEqualTo("1"));
    }

    @Test
    void gives_parameters_of_the_command_line_to_the_program() {
        commands.define("told", "", "", "{region}-{partition}");
        assertThat(commands.engine
                        .definitions()
                        .load("told")
                        .prepare(Map.of("region", "north"))
                        .notes())
                .first()
                .asString()
                .endsWith("sh -c '' script north-{partition}");
    }

    /** read, found, skipped, failed, written. */
    private static String sums() {
        return commands.engine.text("""
                select concat_ws(' ', sum(read), sum(found), sum(skipped), sum(failed), sum(written))
                from migrate.partition where instance_id =
                """ + commands.instance());
    }

    /** Whose number a program wrote to a file. */
    private static ProcessHandle process(String file) {
        Path path = commands.file(file);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(path) && Files.readString(path).endsWith("\n"));
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(path).strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
