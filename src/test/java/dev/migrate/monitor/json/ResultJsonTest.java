package dev.migrate.monitor.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.monitor.Progress;
import dev.migrate.monitor.Readings;
import dev.migrate.monitor.pace.Eta;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

    private static final String COMMON = "{\"job\":\"consistencyCheck\",\"execution\":12,\"status\":\"COMPLETED\","
            + "\"parameters\":{\"area\":\"north\",\"day\":\"2026-01-31\"},"
            + "\"rows\":{\"read\":5040,\"ok\":5032,\"found\":8,\"skipped\":0,\"failed\":0,\"written\":0},"
            + "\"findings\":{\"missing\":3,\"extra\":4,\"different\":5,\"broken\":0},"
            + "\"partitions\":{\"total\":64,\"completed\":39,\"failed\":1},"
            + "\"seconds\":5.0,\"rowsPerSecond\":1000,\"storedFindings\":12";

    private final Progress progress = Readings.progress("COMPLETED", 5_040, null);

    @Test
    void a_run_has_the_same_keys_in_the_same_order_always() {
        assertThat(ResultJson.ofRun(progress)).isEqualTo(COMMON + "}");
    }

    @Test
    void a_status_tells_the_same_and_then_who_works_how_fast_and_what_holds_it() {
        Progress held = Readings.held(Readings.progress("STARTED", 5_040, 10_000L), "replica lags 12 s");
        Progress status = Readings.at(held, 99.6, new Eta(Duration.ofSeconds(40), Duration.ofSeconds(61)));
        assertThat(Json.text(StatusJson.of(status, List.of(), List.of())))
                .startsWith(COMMON.replace("COMPLETED", "STARTED"))
                .contains(
                        ",\"workers\":[{\"host\":\"db-tools-1\",\"pid\":4711,\"partitions\":2,\"threads\":8,\"holds\":"
                                + "[{\"partition\":1,\"database\":\"primary\",\"keys\":\"(17, ∞)\",\"seconds\":2.0,\"rows\":1000,"
                                + "\"rowsPerSecond\":500},")
                .contains(",\"percent\":50,\"estimatedRows\":10000,\"rate\":100,\"eta\":{\"from\":40,\"to\":61},"
                        + "\"hold\":\"held: replica lags 12 s\",")
                .contains("\"brakes\":[{\"database\":\"primary\",\"brake\":\"max-replication-lag\","
                        + "\"reason\":\"replica lags 12 s\",\"seconds\":4.2,\"host\":\"db-tools-1\",\"pid\":4711}]")
                .endsWith(",\"slowest\":[],\"failedPartitions\":[]}");
    }

    @Test
    void a_status_guesses_nothing() {
        assertThat(Json.text(StatusJson.of(Readings.progress("STARTED", 5_040, null), List.of(), List.of())))
                .contains("\"percent\":null,\"estimatedRows\":null,\"rate\":null,\"eta\":null,\"hold\":null");
    }

    @Test
    void a_report_also_tells_the_notes_and_the_definition() {
        assertThat(ResultJson.ofReport(progress, List.of("not compared: \"x\""), Map.of("begun", "now")))
                .isEqualTo(COMMON
                        + ",\"notes\":[\"not compared: \\\"x\\\"\"],\"definition\":\"c0ffee\",\"begun\":\"now\"}");
    }
}
