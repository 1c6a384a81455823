package dev.migrate.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLinesTest {

    @TempDir
    Path directory;

    @Test
    void keeps_the_last_five_lines_that_say_something() {
        assertThat(LastLines.of(bytes("1\n2\n\n3\r\n \n4\n5\n6"))).containsExactly("2", "3", "4", "5", "6");
    }

    @Test
    void keeps_a_thousand_bytes_of_a_long_line_and_no_halves_of_characters() {
        assertThat(LastLines.of(bytes("ä".repeat(2_000) + "z"))).containsExactly("ä".repeat(499) + "z");
    }

    @Test
    void makes_what_a_terminal_would_obey_or_cannot_show_harmless() {
        assertThat(LastLines.of(bytes("\u001b[31mred\u001b[0m\u0007 \u0000\u202ebell")))
                .containsExactly("red    bell");
        assertThat(LastLines.of(new byte[] {(byte) 0xff, 'a', (byte) 0xc3})).containsExactly("a");
    }

    @Test
    void reads_of_a_file_only_what_was_appended() throws Exception {
        Path file = Files.writeString(directory.resolve("log"), "old\nnew\n");
        assertThat(LastLines.of(file, 4)).containsExactly("new");
        assertThat(LastLines.of(file, 8)).isEmpty();
        assertThat(LastLines.of(file, 99)).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
