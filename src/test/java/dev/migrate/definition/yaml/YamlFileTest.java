package dev.migrate.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    @TempDir
    Path directory;

    @Test
    void refuses_a_file_without_a_document() {
        assertRefused("", "x.yml: the file is empty");
        assertRefused("# only a comment\n", "x.yml: the file is empty");
        assertRefused("---\n", "x.yml: the file is empty");
    }

    @Test
    void refuses_a_file_that_holds_something_else_than_keys() {
        assertRefused("compare\n", "x.yml:1: the file must hold keys, key: value, not a single value");
        assertRefused("\n- a\n- b\n", "x.yml:2: the file must hold keys, key: value, not a list");
    }

    @Test
    void refuses_a_second_document() {
        assertRefused("a: 1\n---\nb: 2\n", "x.yml:3: a second document begins here; put each into a file of its own");
    }

    @Test
    void tells_line_and_column_of_what_is_not_yaml() {
        assertRefused("a: 1\nb: c: d\n", "x.yml:2:5: this is not YAML: mapping values are not allowed here");
        assertRefused("a: [1, 2\nb: 3\n", "x.yml:2:2: this is not YAML: expected ',' or ']', but got :");
        assertRefused("a: &", "x.yml:1:5: this is not YAML: unexpected character found end of file");
        assertRefused("a: *b\n", "x.yml:1:4: this is not YAML: found undefined alias b");
        assertRefused(
                "a:\n\tb: 1\n",
                "x.yml:2:1: this is not YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation)");
    }

    @Test
    void refuses_keys_that_stand_twice_and_keys_that_are_no_words() {
        assertRefused(
                "a: 1\nb:\n  c: 1\n  c: 2\n? [d, e]\n: 3\na: 4\n",
                "x.yml:4: the key \"c\" is already on line 3; keep one of them",
                "x.yml:5: a key must be a single word",
                "x.yml:7: the key \"a\" is already on line 1; keep one of them");
    }

    @Test
    void refuses_tags_that_make_something_of_a_value() {
        assertRefused("a: !vault x\n", "x.yml:1: the tag !vault means nothing here");
    }

    @Test
    void refuses_a_value_that_contains_itself() {
        assertRefused("a: &a\n  b: *a\n", "x.yml:1: this value contains itself");
    }

    @Test
    void reads_aliases_that_multiply_without_multiplying_them() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, y]\n");
        for (int i = 1; i < 25; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(read(yaml.toString()).place("a24[1][0]")).isEqualTo("x.yml:23");
    }

    @Test
    void refuses_bytes_that_are_no_utf_8() {
        assertRefused(
                "a: 1\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
                "x.yml:2: this is not UTF-8 text; save it as UTF-8");
        assertRefused(
                "a: 1\nb: \u00e9".getBytes(StandardCharsets.UTF_16LE),
                "x.yml:2: this is not UTF-8 text; save it as UTF-8");
        assertRefused(new byte[] {'a', ':', (byte) 0xc3}, "x.yml:1: this is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void refuses_a_binary_file() {
        assertRefused("a: 1\nb: \0\1", "x.yml:2: this is not a text file: it holds the character U+0000");
    }

    @Test
    void refuses_a_file_that_is_too_large() {
        assertRefused(
                "a: 1 # and so on\n".repeat(600_000), "x.yml: a file of more than 1 MB is not read as configuration");
    }

    @Test
    void refuses_nesting_without_end() {
        assertRefused(
                "a: " + "[".repeat(1000), "x.yml: this is not YAML that can be read: Nesting Depth exceeded max 50");
    }

    @Test
    void tells_that_a_file_is_gone() {
        assertThatThrownBy(() -> YamlFile.read(directory.resolve("gone.yml"), "gone.yml"))
                .isInstanceOf(UserMistake.class)
                .hasMessage("gone.yml: there is no such file");
    }

    @Test
    void takes_a_byte_order_mark_and_windows_line_ends() {
        assertThat(read("\uFEFFa: 1\r\nb: 2\r\n").place("b")).isEqualTo("x.yml:2");
    }

    @Test
    void knows_the_hash_of_its_bytes() {
        // echo 'a: 1' | sha256sum
        assertThat(read("a: 1\n").hash()).isEqualTo("37b128c59f1f5097f73f82691cb519f1f568667faab5ced1b4ab979d36837eae");
    }

    @ParameterizedTest
    @CsvSource({
        "source, 2",
        "source.table, 3",
        "source.where, 4",
        "source.absent, 2",
        "source.table.absent, 3",
        "absent, 1",
        "'', 1",
        "key[0], 7",
        "key[1], 8",
        "key[2], 6",
        "key[x], 6",
        "rules.likeCount, 10",
        "rules.like_count, 11",
        "rules[like_count], 11",
        "rules[like.count], 12",
        "page-size, 13",
        "merged.one, 15",
    })
    void places_a_path_at_the_nearest_key(String path, int line) {
        YamlFile file = read("""
                type: compare
                source:
                  table: posts
                  where: |
                    not is_deleted
                key:
                  - a
                  - b
                rules:
                  likeCount: one
                  like_count: two
                  like.count: three
                pageSize: 7
                merged:
                  <<: {one: 1}
                """);
        assertThat(file.place(path)).isEqualTo("x.yml:" + line);
    }

    private YamlFile read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private YamlFile read(byte[] content) {
        try {
            Path file = Files.write(directory.resolve("x.yml"), content);
            return YamlFile.read(file, "x.yml");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertRefused(String content, String... sentences) {
        assertRefused(content.getBytes(StandardCharsets.UTF_8), sentences);
    }

    private void assertRefused(byte[] content, String... sentences) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(mistake.sentences()).containsExactly(sentences));
    }
}
