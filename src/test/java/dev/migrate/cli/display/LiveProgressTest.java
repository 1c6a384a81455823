package dev.migrate.cli.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicInteger asked = new AtomicInteger();

    /** Shows a line for the first time and for the last time. */
    private String shown(int width, String line) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (LiveProgress live = new LiveProgress(new Console(stream, stream, width), () -> {
            asked.incrementAndGet();
            return line;
        })) {
            assertThat(live).isNotNull();
            await().until(() -> asked.get() == 1);
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void elsewhere_than_on_a_terminal_lines_stand_below_each_other() {
        String line = "a line of whatever length ".repeat(10);
        assertThat(shown(0, line).lines()).containsExactly(line, line);
    }

    @Test
    void on_a_terminal_a_line_is_renewed_in_place_and_never_wraps() {
        assertThat(shown(11, "a longer line")).isEqualTo("\ra longer l\ra longer l" + System.lineSeparator());
    }

    @Test
    void a_shorter_line_wipes_out_what_was_there() {
        assertThat(shown(11, "short")).isEqualTo("\rshort     \rshort     " + System.lineSeparator());
    }
}
