package dev.migrate.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.Finding.Kind;
import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.SideRows;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckpointJsonTest {

    private static final DatabaseName DATABASE = new DatabaseName("Größe 1");

    @Test
    void a_result_comes_back_as_it_was() {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("z", 17L);
        key.put("a", "17");
        key.put("big", Long.MIN_VALUE);
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("source", null);
        values.put("target", "\"ü\\\t\u0000😀");
        PageResult result = new PageResult(
                new Ledger(8, 1, 2, 3, 2, Long.MAX_VALUE),
                new FindingCounts(0, 7, 1, 1),
                List.of(
                        new Finding(DATABASE, key, Kind.DIFFERENT, null, Map.of("likes", values)),
                        new Finding(DATABASE, Map.of("id", 0L), Kind.BROKEN, "rule", Map.of())),
                List.of(new FailedRow(key, "no", 4), new FailedRow(Map.of("id", 1L), "", 1)),
                3_000_000_000L,
                new SideRows(8, 9),
                Duration.ZERO);

        PageResult read = Objects.requireNonNull(CheckpointJson.result(CheckpointJson.write(result)));

        assertThat(read).isEqualTo(result);
        assertThat(read.findings().get(0).key()).containsExactlyEntriesOf(key);
    }

    @Test
    void a_result_without_findings_comes_back_as_it_was() {
        PageResult result = new PageResult(Ledger.NONE, List.of(), 0);
        assertThat(CheckpointJson.result(CheckpointJson.write(result))).isEqualTo(result);
    }

    @Test
    void a_result_that_an_older_release_wrote_has_no_more_than_what_it_names() {
        String written = """
                {"ledger": {"read": 3, "ok": 2, "found": 1, "skipped": 0, "failed": 0, "written": 0},
                 "findings": [{"database": {"value": "a"}, "key": {"id": 7}, "kind": "MISSING", "rule": null, "columns": {}}],
                 "rows": 3}
                """;
        Finding missing = new Finding(new DatabaseName("a"), Map.of("id", 7L), Kind.MISSING, null, Map.of());
        assertThat(CheckpointJson.result(written)).isEqualTo(new PageResult(Ledger.checked(3, 1), List.of(missing), 3));
    }

    @Test
    void a_position_is_the_array_of_its_texts() {
        KeyValue position = KeyValue.of("17", "a\"b", "");
        assertThat(CheckpointJson.write(position)).isEqualTo("[\"17\",\"a\\\"b\",\"\"]");
        assertThat(CheckpointJson.position(CheckpointJson.write(position))).isEqualTo(position);
    }

    @Test
    void what_is_written_fits_into_any_database() {
        assertThat(CheckpointJson.write(KeyValue.of("ü😀"))).isEqualTo("[\"\\u00FC\\uD83D\\uDE00\"]");
    }
}
