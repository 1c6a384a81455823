package dev.migrate.cli.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.monitor.Progress;
import dev.migrate.monitor.Readings;
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
    void a_status_also_tells_who_works() {
        assertThat(ResultJson.ofStatus(progress))
                .isEqualTo(COMMON + ",\"workers\":[{\"host\":\"db-tools-1\",\"pid\":4711,\"partitions\":2}]}");
    }

    @Test
    void a_report_also_tells_the_notes_and_the_definition() {
        assertThat(ResultJson.ofReport(progress, List.of("not compared: \"x\""), Map.of("begun", "now")))
                .isEqualTo(COMMON
                        + ",\"notes\":[\"not compared: \\\"x\\\"\"],\"definition\":\"c0ffee\",\"begun\":\"now\"}");
    }
}
