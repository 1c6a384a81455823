package dev.migrate.type.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Ledger;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeySpace;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.KeyTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ProgramRowsIT {

    private static final String POSTS = """
            create table posts (id bigint primary key, body text);
            insert into posts select i, 'text ' || i from generate_series(1, 100) i;
            """;

    /** Keeps what it was given. */
    private static final String KEEPS = "while IFS= read -r row; do printf '%s\\n' \"$row\" >>seen; echo {}; done";

    @TempDir
    private static Path config;

    private static RowJobs jobs;
    private static int scripts;

    @BeforeAll
    static void open() {
        jobs = new RowJobs(config);
    }

    @AfterAll
    static void close() {
        jobs.close();
    }

    @BeforeEach
    void forget() throws IOException {
        Files.deleteIfExists(config.resolve("seen"));
        Files.deleteIfExists(config.resolve("once"));
    }

    @Test
    void a_program_gets_every_row_once_from_page_to_page_and_from_database_to_database() throws Exception {
        jobs.fill(POSTS);
        PreparedJob job = withoutParameters("""
                type: rows
                source: {databases: [shard1, shard2], table: posts, columns: [body], where: "id % 2 = 0"}
                command: [sh, -c, 'while read -r row; do echo "$$ $row" >>seen; echo {}; done']
                """);
        assertThat(jobs.run(job, 7)).isEqualTo(Ledger.changed(100, 0));
        String process = seen().get(0).replaceFirst(" .*", "");
        assertThat(seen())
                .hasSize(100)
                .contains(process + " {\"body\":\"text 100\"}")
                .allMatch(line -> line.startsWith(process + " {\"body\":\"text "));
    }

    @ParameterizedTest
    @MethodSource("dev.migrate.table.KeyTables#names")
    void a_program_gets_every_row_whatever_the_key(String table) throws Exception {
        jobs.fill("");
        new KeyTables(jobs.databases());
        long rows = Long.parseLong(jobs.list("select count(*) from " + table).get(0));
        assertThat(jobs.run(prepare(table, KEEPS, "{}"), 500)).isEqualTo(Ledger.changed(rows, 0));
        assertThat(seen()).hasSize((int) rows).doesNotHaveDuplicates();
    }

    @Test
    void one_key_is_a_range_like_any_other() throws Exception {
        jobs.fill(POSTS);
        PreparedJob job = prepare("posts", KEEPS, "{}");
        KeySpace space = job.keySpaces().get(0);
        assertThat(jobs.run(job, space, KeyRange.of(KeyValue.of(17)), 10)).isEqualTo(Ledger.changed(1, 0));
        assertThat(seen()).containsExactly("{\"id\":17,\"body\":\"text 17\"}");
    }

    @Test
    void values_keep_their_meaning() throws Exception {
        jobs.fill("""
                create type mood as enum ('sad', 'ok "so"');
                create type pair as (a int, "b c" text);
                create table posts (id bigint primary key, n numeric, f float8, t timestamptz, u timestamp, d date, b bytea,
                    i int[], x text[], j json, k jsonb, m mood, p pair, e boolean, v interval, "Odd ""Name" text, r int4range, nothing text);
                insert into posts values (9223372036854775807, 'NaN', '-Infinity', '2026-07-01 12:00:00.123456+02',
                    '2026-07-01 12:00', 'infinity', '\\x00ff', '{{1,null},{3,4}}', array['a"b', null, ''],
                    E'{"a" :\\n [1,\\r\\n 2], "a": "\\\\n"}', '{"z": 1e2, "n": 12345678901234567890.10}', 'ok "so"', (1, E'two\\n'), true,
                    '1 day 02:03:04', E'q"\\\\\\n\\t\\u2028😀</script>\\u0001\\u007f', '[1,5)', null);
                insert into posts (id, n, "Odd ""Name") values (-1, 12345678901234567890.123456789, repeat('ü', 20000));
                """);
        assertThat(jobs.run(prepare("posts", KEEPS, "{}"), 10)).isEqualTo(Ledger.changed(2, 0));
        assertThat(seen()).hasSize(2);
        JsonMapper json = JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        JsonNode large = json.readTree(seen().get(0));
        assertThat(large.get("n").decimalValue()).isEqualByComparingTo("12345678901234567890.123456789");
        assertThat(large.get("Odd \"Name").stringValue()).isEqualTo("ü".repeat(20_000));
        assertThat(json.readTree(seen().get(1))).isEqualTo(json.readTree("""
                {"id": 9223372036854775807, "n": "NaN", "f": "-Infinity", "t": "2026-07-01T10:00:00.123456+00:00",
                 "u": "2026-07-01T12:00:00", "d": "infinity", "b": "\\\\x00ff", "i": [[1, null], [3, 4]],
                 "x": ["a\\"b", null, ""], "j": {"a": "\\n"}, "k": {"n": 12345678901234567890.10, "z": 100},
                 "m": "ok \\"so\\"", "p": {"a": 1, "b c": "two\\n"}, "e": true, "v": "1 day 02:03:04",
                 "Odd \\"Name": "q\\"\\\\\\n\\t\\u2028😀</script>\\u0001\\u007f", "r": "[1,5)", "nothing": null}
                """));
    }

    @Test
    void a_row_that_is_refused_is_given_again_and_then_set_aside() throws Exception {
        jobs.fill(POSTS);
        String refuses = """
                while read -r row; do case $row in
                  *5,*) echo "$row" >>seen; if [ $(grep -cF "$row" seen) = 2 ]; then echo {}; else echo '{"error":"once more"}'; fi ;;
                  *6,*) printf '%s\\n' '{"error":"never\\nmind"}' ;;
                  *) echo {} ;;
                esac; done""";
        PreparedJob job = prepare("posts", refuses, "{retry: 2, skip: 10}");
        assertThat(job.mostFailedRows()).isEqualTo(10);
        assertThat(jobs.run(job, 50)).isEqualTo(new Ledger(100, 90, 0, 0, 10, 0));
        assertThat(jobs.failedRows()).hasSize(10).first().isEqualTo(new FailedRow(Map.of("id", 6L), "never mind", 3));
        assertThat(jobs.pauses())
                .containsExactly(
                        Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void a_row_that_may_not_be_skipped_fails_its_page() {
        jobs.fill(POSTS);
        PreparedJob job = prepare("posts", "while read -r row; do echo '{\"error\": \"no\"}'; done", "{}");
        assertThatThrownBy(() -> jobs.run(job, 50))
                .isInstanceOf(UserMistake.class)
                .hasMessage("the row of public.posts on shard1 with id = 1 failed: no;"
                        + " put that right, or let on-error skip such rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            exit 1
            kill -9 $$
            kill -STOP $$
            echo oops
            printf '{}\\n{}\\n'; sleep 60
            exec >&-; sleep 60
            """)
    void a_page_in_which_the_program_gets_into_trouble_is_done_again_from_its_beginning(String trouble)
            throws Exception {
        jobs.fill(POSTS);
        String script = """
                while read -r row; do
                  echo "$row" >>seen
                  case $row in *:70,*) if ! [ -e once ]; then touch once; %s; fi ;; esac
                  echo {}
                done""".formatted(trouble);
        assertThat(jobs.run(prepare("posts", script, "{}"), 40)).isEqualTo(Ledger.changed(100, 0));
        List<String> seen = seen();
        assertThat(seen.stream().distinct()).hasSize(100);
        assertThat(seen.subList(0, 41)).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(row -> row.contains(":41,"))).hasSize(2);
        assertThat(seen.stream().filter(row -> row.contains(":40,"))).hasSize(1);
    }

    @Test
    void a_program_that_never_gets_through_a_page_fails_it_with_the_row_and_the_reason() throws Exception {
        jobs.fill(POSTS);
        String script = "while read -r row; do echo \"$row\" >>seen; case $row in"
                + " *:5,*) echo 'boom at five' >&2; exit 3 ;; esac; echo {}; done";
        assertThatThrownBy(() -> jobs.run(prepare("posts", script, "{retry: 5, skip: 5}"), 50))
                .isInstanceOf(UserMistake.class)
                .hasMessage("three times in a row the program did not get through a page; at last it exited with 3;"
                        + " its last words were: boom at five. The first row that it did not answer is that of"
                        + " public.posts on shard1 with id = 5");
        assertThat(seen().stream().filter(row -> row.contains(":5,"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            [no-such-program, x]       ¦ job.yml:3: there is no program "no-such-program" in the directories of PATH; install it, or write where it is
            [./handlers/none.sh]       ¦ handlers/none.sh: a path with a slash begins in the config directory
            [./application.yml]        ¦ application.yml is not executable: chmod +x it, or put the program that interprets it before it
            [jobs/]                    ¦ is not a program but a directory or a device; name a file
            ['']                       ¦ job.yml:3: the command is empty; write the program and its arguments as a list, [program, argument]
            """)
    void a_program_that_cannot_be_started_is_told_before_anything_is_done(String command, String sentence) {
        jobs.fill(POSTS);
        assertThatThrownBy(() -> jobs.prepare(
                        "type: rows\nsource: {database: shard1, table: posts}\ncommand: " + command + "\n"))
                .isInstanceOf(UserMistake.class)
                .message()
                .contains("job.yml:3: ")
                .endsWith(sentence)
                .hasLineCount(1);
    }

    @Test
    void the_files_of_the_command_belong_to_the_definition() {
        jobs.fill(POSTS);
        String yaml = """
                type: rows
                source: {database: shard1, table: posts}
                command: [sh, handlers/a.sh, application.yml, /bin/sh, ../handlers/a.sh, jobs]
                """;
        jobs.write("sh", "this is not the program");
        jobs.write("handlers/a.sh", "one");
        String hash = jobs.load(yaml).hash();
        jobs.write("sh", "nor is this");
        assertThat(jobs.load(yaml).hash()).isEqualTo(hash);
        jobs.write("handlers/a.sh", "two");
        assertThat(jobs.load(yaml).hash()).isNotEqualTo(hash);
    }

    @Test
    void the_plan_shows_how_rows_are_read_and_says_that_they_may_come_twice() {
        jobs.fill(POSTS);
        PreparedJob job = prepare("posts", KEEPS, "{}");
        assertThat(job.statements()).singleElement().asString().contains("row_to_json");
        assertThat(job.notes()).anyMatch(note -> note.contains("at least once"));
    }

    private static PreparedJob prepare(String table, String script, String onError) {
        // A shell reads on in its script: it must stay as it is.
        String name = "script%d.sh".formatted(++scripts);
        jobs.write(name, script);
        return withoutParameters("""
                type: rows
                source: {database: shard1, table: '%s'}
                command: [sh, %s]
                timeout: 2s
                on-error: %s
                """.formatted(table, name, onError));
    }

    private static List<String> seen() throws IOException {
        return Files.readAllLines(config.resolve("seen"));
    }

    /** A program is not given any. */
    private static PreparedJob withoutParameters(String yaml) {
        return jobs.load(yaml).prepare(Map.of());
    }
}
