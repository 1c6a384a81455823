package dev.migrate.type.rows.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class RowLineTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void is_one_line_that_means_the_same() {
        String json = "{\"a\":{\r\n  \"b\" : [1,\n2]\n},\"text\":\"a\\nb\\r\u2028😀\\u0085\"}";
        String line = new String(Talks.row(1, json).bytes(), StandardCharsets.UTF_8);
        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n").doesNotContain("\r");
        assertThat(JSON.readTree(line)).isEqualTo(JSON.readTree(json));
    }
}
