package dev.migrate.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migrate.job.UserMistake;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobAndParametersTest {

    private static JobAndParameters read(String... words) {
        return JobAndParameters.of(List.of(words), List.of("plan", "status"));
    }

    private static void assertMistakes(List<String> words, String... sentences) {
        assertThatExceptionOfType(UserMistake.class)
                .isThrownBy(() -> read(words.toArray(String[]::new)))
                .satisfies(mistake -> assertThat(mistake.sentences()).containsExactly(sentences));
    }

    @Test
    void the_job_is_no_parameter() {
        assertThat(read("day=1", "job=check", "area=north"))
                .isEqualTo(new JobAndParameters("check", Map.of("day", "1", "area", "north")));
    }

    @Test
    void a_value_is_everything_behind_the_first_equals_sign() {
        assertThat(read("job=check", "where=a=b", "empty=", "text=x, y").parameters())
                .isEqualTo(Map.of("where", "a=b", "empty", "", "text", "x, y"));
    }

    @Test
    void a_job_must_be_named() {
        String sentence = "say which job with job=NAME; the command \"jobs\" lists those defined here,"
                + " and --help tells the rest";
        assertMistakes(List.of(), sentence);
        assertMistakes(List.of("day=1"), sentence);
        assertMistakes(List.of("job="), "job= names no job; write job=NAME");
    }

    @Test
    void a_lone_word_is_neither_command_nor_parameter() {
        assertMistakes(List.of("statsu"), "\"statsu\" is neither a command nor key=value; did you mean \"status\"?");
        assertMistakes(
                List.of("job=x", "quickly"),
                "\"quickly\" is neither a command nor key=value; --help tells what can be written here");
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertMistakes(
                List.of("job=x", "=1", "day=1", "day=2", "migrate.run=3"),
                "\"=1\" has no key before the =; write key=value",
                "\"day\" is given twice; give it once",
                "\"migrate.run\" cannot be a parameter, for names beginning with migrate. are taken; choose another"
                        + " name, or write --migrate.run=... to set a property");
    }

    @Test
    void what_spring_batch_cannot_keep_is_refused() {
        assertThat(read("job=x", "k".repeat(100) + "=" + "v".repeat(2_500)).parameters())
                .hasSize(1);
        assertMistakes(
                List.of("job=x", "k".repeat(101) + "=1"),
                "the name of parameter \"" + "k".repeat(100)
                        + "…\" is longer than 100 characters; choose a shorter one");
        assertMistakes(
                List.of("job=x", "day=" + "v".repeat(2_501)),
                "the value of \"day\" is longer than 2,500 characters; give a shorter one");
        assertMistakes(
                List.of("job=x", "day=\0"), "\"day\" holds a character that no database can store; leave it out");
    }
}
