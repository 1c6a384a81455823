package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steers a run from another process. */
@Tag("process")
class AbandonedIT {

    private final LongCheck check = new LongCheck();

    @Test
    void a_run_is_paused_killed_abandoned_and_begun_anew(@TempDir Path directory) throws IOException {
        MigrateJar migrate = check.in(directory);
        RunFacts run = check.run("steered");
        String execution;
        try (Started process = migrate.start("job=check", "try=steered", "--workers=0")) {
            process.waitUntil(() -> run.partitions() > 0);
            execution = process.err().replaceFirst("(?s).*?Execution (\\d+) of check begins.*", "$1");
            assertThat(migrate.run("pause", execution).with(0).out())
                    .startsWith("Execution " + execution + " of check is paused");
            process.waitUntil(() -> process.err().contains("Waiting: paused by "));
            process.signal("KILL");
            process.end().with(Ended.KILLED);
        }
        migrate.run("abandon", execution).with(0);

        assertThat(migrate.run("restart", execution, "--quiet").with(1).out())
                .contains("ABANDONED", "was abandoned by ", "--reset runs it anew");
        assertThat(run.statuses()).containsExactly("ABANDONED");
        migrate.run("job=check", "try=steered", "--reset", "--quiet").with(3);
    }
}
