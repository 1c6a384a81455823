package dev.migrate.monitor.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredWorkersTest {

    @Test
    void reads_a_brake_of_the_whole_run_which_is_of_no_database() {
        String json = """
                [{"database": null, "brake": "pause", "reason": "the run is paused", "seconds": 1.5, "host": "vm", "pid": 7},
                 {"database": "shop", "brake": "rows-per-second", "reason": "…", "seconds": 2, "host": "vm", "pid": 7}]
                """;

        assertThat(StoredWorkers.brakes(json))
                .extracting(brake -> String.valueOf(brake.database()))
                .containsExactly("null", "shop");
    }
}
