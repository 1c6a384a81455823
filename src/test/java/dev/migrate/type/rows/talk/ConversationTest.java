package dev.migrate.type.rows.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class ConversationTest {

    private static final String OBEDIENT = "while read -r row; do echo '{}'; done";

    @TempDir
    private static Path directory;

    private static Talks talks;

    @BeforeAll
    static void open() {
        talks = new Talks(directory);
    }

    @AfterAll
    static void close() {
        talks.close();
    }

    @Test
    void every_row_is_answered_in_its_turn() throws Exception {
        String refusesSevens = """
                while read -r row; do case $row in
                  *7}) echo "{\\"error\\": \\"no sevens\\"}" ;;
                  *8}) printf ' { "error" : null } \\r\\n' ;;
                  *) echo {} ;;
                esac; done""";
        try (Conversation talk = talks.with(refusesSevens)) {
            talk.send(Talks.rows(2_000));
            talk.send(List.of(Talks.row(2_007), Talks.row(2_008)));
            talk.drain();
            List<RefusedRow> refused = talk.takeRefused();
            assertThat(refused).hasSize(201).allMatch(row -> row.error().equals("no sevens"));
            assertThat(refused.get(200).row().key()).hasToString("2007");
            assertThat(talk.hasRefused()).isFalse();
            assertThat(talk.isReady()).isTrue();
        }
    }

    @Test
    void neither_side_waits_for_the_other_to_read_however_much_they_say() throws Exception {
        String verbose = "long=$(head -c 100000 /dev/zero | tr '\\0' x);"
                + " while read -r row; do echo \"{\\\"error\\\": \\\"$long\\\"}\"; done";
        try (Conversation talk = talks.with(verbose)) {
            talk.send(Talks.rows(100));
            talk.drain();
            assertThat(talk.takeRefused())
                    .hasSize(100)
                    .allMatch(row -> row.error().length() < 10_000);
        }
    }

    @Test
    void a_row_may_be_large() throws Exception {
        try (Conversation talk = talks.with("for row in 1 2; do head -c 3000010 >/dev/null; echo {}; done; cat")) {
            talk.send(List.of(
                    Talks.row(1, "{\"text\":\"" + "ü".repeat(1_500_000 - 1) + "\"}"),
                    Talks.row(2, "{\"text\":\"" + "ü".repeat(1_500_000 - 1) + "\"}")));
            talk.drain();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            echo hello                                    ¦ hello
            echo []                                       ¦ []
            echo 1                                        ¦ 1
            echo                                          ¦ an empty line
            echo '{'                                      ¦ {
            echo '{"eror": "x"}'                          ¦ {"eror": "x"}
            echo '{"error": 5}'                           ¦ {"error": 5}
            echo '{"error": "x", "more": 1}'              ¦ {"error": "x", "more": 1}
            echo '{} {}'                                  ¦ {} {}
            printf '\\033[31m\\377\\n'                    ¦ [31m
            head -c 300 /dev/zero | tr '\\0' x; echo      ¦ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
            """)
    void what_is_not_an_answer_is_told(String answer, String shown) throws Exception {
        assertThat(endAtThird(
                        "read -r row; echo {}; read -r row; echo {}; read -r row; %s; sleep 60".formatted(answer)))
                .isEqualTo("answered neither {} nor {\"error\": \"…\"}, one line for each row, but: " + shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            tr '\\0' x </dev/zero                         ¦ answered with a line of more than 1 MB
            exit 0                                        ¦ exited with 0
            exit 3                                        ¦ exited with 3
            kill -9 $$                                    ¦ was killed by signal 9 (exit code 137)
            exec >&-; exec sleep 60                       ¦ closed its output
            printf '{}'; exit 4                           ¦ exited with 4
            echo a >&2; echo oh no >&2; exit 1            ¦ exited with 1; its last words were: a | oh no
            """, maxCharsPerColumn = 1_000)
    void what_it_may_not_do_is_told(String deed, String told) throws Exception {
        assertThat(endAtThird("read -r row; echo {}; read -r row; echo {}; read -r row; " + deed))
                .isEqualTo(told);
    }

    @Test
    void a_program_that_answers_twice_is_found_out_by_its_first_row() throws Exception {
        try (Conversation talk = talks.with("while read -r row; do printf '{}\\n{}\\n'; done")) {
            InTrouble trouble = catchThrowableOfType(InTrouble.class, () -> talk.send(Talks.rows(10)));
            assertThat(trouble.key()).hasToString("2");
            assertThat(talk.kill(trouble.trouble())).isEqualTo("answered more often than it was asked");
        }
    }

    @Test
    void a_program_that_answers_once_too_often_is_found_out_at_the_end() throws Exception {
        String late = "for n in 1 2 3 4 5 6; do read -r row; echo {}; done; echo {}; cat";
        try (Conversation talk = talks.with(late)) {
            talk.send(Talks.rows(6));
            await().until(() -> isFoundOut(talk));
        }
    }

    private static boolean isFoundOut(Conversation talk) throws InterruptedException {
        try {
            talk.drain();
            return false;
        } catch (InTrouble e) {
            return e.trouble().isRubbish();
        }
    }

    @Test
    void a_program_that_stops_to_read_is_told() throws Exception {
        try (Conversation talk = talks.with("read -r row; exec <&-; echo {}; exec sleep 60")) {
            InTrouble trouble = catchThrowableOfType(InTrouble.class, () -> {
                talk.send(Talks.rows(2));
                talk.drain();
            });
            assertThat(trouble.key()).hasToString("2");
            assertThat(talk.kill(trouble.trouble())).isEqualTo("closed its input");
        }
    }

    /** What comes of a program that answers two rows of ten and gets into trouble over the third. */
    private static String endAtThird(String script) throws Exception {
        try (Conversation talk = talks.with(script)) {
            InTrouble trouble = catchThrowableOfType(InTrouble.class, () -> {
                talk.send(Talks.rows(10));
                talk.drain();
            });
            assertThat(trouble.key().asLong()).isBetween(3L, 4L);
            assertThat(talk.isReady()).isFalse();
            return talk.kill(trouble.trouble()) + talk.lastWords();
        }
    }

    @ParameterizedTest
    @CsvSource({"kill -STOP $$", "sleep 60", "trap '' TERM; sleep 60 & wait; sleep 60"})
    void a_program_that_hangs_is_killed_after_the_timeout(String deed) throws Exception {
        try (Conversation talk = talks.with(Duration.ofMillis(500), "read -r row; echo {}; read -r row; " + deed)) {
            InTrouble trouble = catchThrowableOfType(InTrouble.class, () -> talk.send(Talks.rows(10_000)));
            assertThat(trouble.key()).hasToString("2");
            assertThat(talk.kill(trouble.trouble()))
                    .isEqualTo("answered nothing for 500 ms: let it write a line for each row and flush it,"
                            + " or give it more time with timeout");
            assertThat(talk.isReady()).isFalse();
        }
    }

    @Test
    void a_program_that_is_slow_but_goes_on_is_not_killed() throws Exception {
        try (Conversation talk = talks.with(Duration.ofMillis(800), "while read -r row; do sleep 0.2; echo {}; done")) {
            talk.send(Talks.rows(8));
            talk.drain();
            assertThat(talk.isReady()).isTrue();
        }
    }

    @Test
    void a_program_that_cannot_start_to_answer_is_blamed_on_the_first_row() throws Exception {
        try (Conversation talk = talks.with("echo 'no module' >&2; exit 7")) {
            InTrouble trouble = catchThrowableOfType(InTrouble.class, () -> {
                talk.send(Talks.rows(1));
                talk.drain();
            });
            assertThat(trouble.key()).hasToString("1");
            assertThat(talk.kill(trouble.trouble())).isEqualTo("exited with 7");
            assertThat(talk.lastWords()).isEqualTo("; its last words were: no module");
        }
    }

    @Test
    void a_program_that_ends_when_all_is_answered_has_done_its_work() throws Exception {
        try (Conversation talk = talks.with("read -r row; echo {}; exit 0")) {
            talk.send(Talks.rows(1));
            talk.drain();
            await().until(() -> !talk.isReady());
            talk.drain();
        }
    }

    @Test
    void a_flood_of_errors_is_read_and_little_of_it_kept() throws Exception {
        talks.log().clear();
        try (Conversation talk = talks.with("yes 'all is well' | head -c 10000000 >&2; " + OBEDIENT)) {
            talk.page("job, partition 1");
            talk.send(Talks.rows(5));
            talk.drain();
            talk.page("job, partition 2");
        }
        assertThat(talks.log()).hasSizeLessThan(210).contains("job, partition 1: all is well");
        assertThat(talks.log()).anyMatch(line -> line.matches("job, partition .: … and .*,... lines more"));
    }

    @Test
    void what_it_writes_to_its_errors_is_logged_as_a_person_can_read_it() throws Exception {
        talks.log().clear();
        try (Conversation talk = talks.with("while read -r row; do printf '\\033[1mbold\\033[0m\\n\\nüber\\377\\n' >&2;"
                + " head -c 5000 /dev/zero | tr '\\0' x >&2; echo '{}'; done")) {
            talk.page("p");
            talk.send(Talks.rows(1));
            talk.drain();
        }
        await().until(() -> talks.log().size() == 3);
        assertThat(talks.log()).containsExactly("p: bold", "p: über", "p: " + "x".repeat(1_000));
    }

    @Test
    void closing_it_lets_it_finish() throws Exception {
        talks.log().clear();
        try (Conversation talk = talks.with(OBEDIENT + "; echo done >&2")) {
            talk.page("p");
            talk.send(Talks.rows(1));
            talk.drain();
        }
        await().untilAsserted(() -> assertThat(talks.log()).containsExactly("p: done"));
    }
}
