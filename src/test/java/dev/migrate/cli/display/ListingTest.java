package dev.migrate.cli.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.monitor.row.SetAside;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final DatabaseName REPLICA = new DatabaseName("replica");

    private final Finding missing = new Finding(REPLICA, Map.of("id", 17L), Finding.Kind.MISSING, null, Map.of());
    private final Finding different =
            new Finding(REPLICA, key(), Finding.Kind.DIFFERENT, null, Map.of("title", sides("a \"b\", c\n", null)));

    private final Finding broken = new Finding(
            REPLICA, Map.of("id", 19L), Finding.Kind.BROKEN, "likeCount", details("likes", "3", "count", null));

    private static Map<String, Map<String, @Nullable String>> details(
            String first, String one, String second, @Nullable String other) {
        Map<String, Map<String, @Nullable String>> details = new LinkedHashMap<>();
        details.put(first, Collections.singletonMap("source", one));
        details.put(second, Collections.singletonMap("source", other));
        return details;
    }

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
        assertThat(Listings.FINDINGS.head(ListFormat.TABLE))
                .hasValue("KIND       DATABASE      KEY                   COLUMNS");
        assertThat(Listings.FINDINGS.line(ListFormat.TABLE, missing)).isEqualTo("missing    replica       id=17");
        assertThat(Listings.FINDINGS.line(ListFormat.TABLE, different))
                .isEqualTo("different  replica       region=north id=18    title: a \"b\", c  → null");
        assertThat(Listings.FINDINGS.line(ListFormat.TABLE, broken))
                .isEqualTo("broken     replica       id=19                 likeCount: likes=3 count=null");
    }

    @Test
    void a_rule_without_details_stands_alone() {
        Finding bare = new Finding(REPLICA, Map.of("id", 1L), Finding.Kind.BROKEN, "hasTitle", Map.of());
        assertThat(Listings.FINDINGS.line(ListFormat.TABLE, bare))
                .isEqualTo("broken     replica       id=1                  hasTitle");
    }

    @Test
    void json_has_an_object_a_line() {
        assertThat(Listings.FINDINGS.head(ListFormat.JSON)).isEmpty();
        assertThat(Listings.FINDINGS.line(ListFormat.JSON, missing))
                .isEqualTo("{\"database\":\"replica\",\"key\":{\"id\":17},\"kind\":\"missing\",\"rule\":null,"
                        + "\"columns\":{}}");
        assertThat(Listings.FINDINGS.line(ListFormat.JSON, different))
                .isEqualTo("{\"database\":\"replica\",\"key\":{\"region\":\"north\",\"id\":18},\"kind\":\"different\","
                        + "\"rule\":null,\"columns\":{\"title\":{\"source\":\"a \\\"b\\\", c\\n\",\"target\":null}}}");
        assertThat(Listings.FINDINGS.line(ListFormat.JSON, broken))
                .isEqualTo("{\"database\":\"replica\",\"key\":{\"id\":19},\"kind\":\"broken\",\"rule\":\"likeCount\","
                        + "\"columns\":{\"likes\":{\"source\":\"3\"},\"count\":{\"source\":null}}}");
    }

    @Test
    void csv_is_quoted_where_it_must_be_and_ends_lines_as_its_standard_says() {
        assertThat(Listings.FINDINGS.head(ListFormat.CSV)).hasValue("database,key,kind,rule,columns\r");
        assertThat(Listings.FINDINGS.line(ListFormat.CSV, missing))
                .isEqualTo("replica,\"{\"\"id\"\":17}\",missing,,{}\r");
        assertThat(Listings.FINDINGS.line(
                        ListFormat.CSV, new Finding(REPLICA, Map.of("id", 1L), Finding.Kind.BROKEN, "a,b", Map.of())))
                .isEqualTo("replica,\"{\"\"id\"\":1}\",broken,\"a,b\",{}\r");
    }

    @Test
    void a_row_set_aside_is_told_with_its_error_and_how_often_it_was_tried() {
        SetAside aside = new SetAside(REPLICA, new FailedRow(key(), "it \"broke\"\nat line 1", 4));
        assertThat(Listings.SET_ASIDE.head(ListFormat.TABLE))
                .hasValue("DATABASE      KEY                   ATTEMPTS  ERROR");
        assertThat(Listings.SET_ASIDE.line(ListFormat.TABLE, aside))
                .isEqualTo("replica       region=north id=18           4  it \"broke\" at line 1");
        assertThat(Listings.SET_ASIDE.line(ListFormat.JSON, aside))
                .isEqualTo("{\"database\":\"replica\",\"key\":{\"region\":\"north\",\"id\":18},"
                        + "\"error\":\"it \\\"broke\\\"\\nat line 1\",\"attempts\":4}");
        assertThat(Listings.SET_ASIDE.head(ListFormat.CSV)).hasValue("database,key,error,attempts\r");
        assertThat(Listings.SET_ASIDE.line(ListFormat.CSV, aside))
                .isEqualTo(
                        "replica,\"{\"\"region\"\":\"\"north\"\",\"\"id\"\":18}\",\"it \"\"broke\"\"\nat line 1\",4\r");
    }
}
