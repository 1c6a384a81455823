package dev.migrate.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.Finding;
import dev.migrate.job.key.DatabaseName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingFormatTest {

    private static final DatabaseName REPLICA = new DatabaseName("replica");

    private final Finding missing = new Finding(REPLICA, Map.of("id", 17L), Finding.Kind.MISSING, null, Map.of());
    private final Finding different =
            new Finding(REPLICA, key(), Finding.Kind.DIFFERENT, null, Map.of("title", sides("a \"b\", c\n", null)));

    private static Map<String, Object> key() {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("region", "north");
        key.put("id", 18L);
        return key;
    }

    private static Map<String, @Nullable String> sides(String source, @Nullable String target) {
        Map<String, @Nullable String> sides = new LinkedHashMap<>();
        sides.put("source", source);
        sides.put("target", target);
        return sides;
    }

    @Test
    void a_table_is_for_people() {
        assertThat(FindingFormat.TABLE.head()).hasValue("KIND       DATABASE      KEY                   COLUMNS");
        assertThat(FindingFormat.TABLE.line(missing)).isEqualTo("missing    replica       id=17");
        assertThat(FindingFormat.TABLE.line(different))
                .isEqualTo("different  replica       region=north id=18    title: a \"b\", c  → null");
    }

    @Test
    void json_has_an_object_a_line() {
        assertThat(FindingFormat.JSON.head()).isEmpty();
        assertThat(FindingFormat.JSON.line(missing))
                .isEqualTo("{\"database\":\"replica\",\"key\":{\"id\":17},\"kind\":\"missing\",\"rule\":null,"
                        + "\"columns\":{}}");
        assertThat(FindingFormat.JSON.line(different))
                .isEqualTo("{\"database\":\"replica\",\"key\":{\"region\":\"north\",\"id\":18},\"kind\":\"different\","
                        + "\"rule\":null,\"columns\":{\"title\":{\"source\":\"a \\\"b\\\", c\\n\",\"target\":null}}}");
    }

    @Test
    void csv_is_quoted_where_it_must_be_and_ends_lines_as_its_standard_says() {
        assertThat(FindingFormat.CSV.head()).hasValue("database,key,kind,rule,columns\r");
        assertThat(FindingFormat.CSV.line(missing)).isEqualTo("replica,\"{\"\"id\"\":17}\",missing,,{}\r");
        assertThat(FindingFormat.CSV.line(new Finding(REPLICA, Map.of("id", 1L), Finding.Kind.BROKEN, "a,b", Map.of())))
                .isEqualTo("replica,\"{\"\"id\"\":1}\",broken,\"a,b\",{}\r");
    }
}
