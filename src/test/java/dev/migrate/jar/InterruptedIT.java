package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the process to stop, or freezes it. */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptedIT {

    private static final String TO_GO_ON = "To go on: ";

    private final LongCheck check = new LongCheck();
    private final MigrateJar migrate;

    InterruptedIT(@TempDir Path directory) throws IOException {
        migrate = check.in(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void stops_soon_and_prints_the_command_that_goes_on(String signal) {
        RunFacts run = check.run(signal);
        Ended stopped;
        try (Started process = migrate.start("job=check", "try=" + signal)) {
            process.waitUntil(() -> run.pages() > 0);
            process.signal(signal);
            await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
            stopped = process.end().with(4);
        }
        assertThat(stopped.out())
                .startsWith("check try=" + signal + ", execution ")
                .contains(": STOPPED");
        assertThat(stopped.err()).contains("Stopping: finishing the pages in hand");
        assertThat(run.statuses()).containsExactly("STOPPED");
        long pages = run.pages();

        Ended resumed = migrate.type(printedCommand(stopped)).with(3);
        assertThat(resumed.err()).contains("resumes: what is done stays done");
        assertThat(resumed.out()).contains(": COMPLETED", "12 missing, 12 extra, 12 different");
        assertThat(run.attempts().pages()).isEqualTo(run.pages()).isGreaterThan(pages);
        assertThat(run.attempts().read()).isEqualTo(LongCheck.ROWS);
    }

    private static String printedCommand(Ended stopped) {
        return stopped.out()
                .lines()
                .filter(line -> line.startsWith(TO_GO_ON))
                .findFirst()
                .orElseThrow()
                .substring(TO_GO_ON.length());
    }

    @Test
    void ends_at_once_when_it_is_asked_twice() {
        RunFacts run = check.run("twice");
        try (Started process = migrate.start("job=check", "try=twice", "--quiet");
                TableLock lock = lockedAfterFirstPage(process, run)) {
            process.waitUntil(() -> lock.stops("update migrate.partition"));
            process.signal("INT");
            process.waitUntil(() -> process.err().contains("press Ctrl-C again to end at once"));
            process.signal("INT");
            process.end().with(130);
        }
        migrate.run("job=check", "try=twice", "--quiet").with(3);
        assertThat(run.statuses()).containsExactly("FAILED", "COMPLETED");
    }

    private TableLock lockedAfterFirstPage(Started process, RunFacts run) {
        process.waitUntil(() -> run.pages() > 0);
        return check.lock("migrate.partition");
    }

    @Test
    void says_where_it_runs_when_it_is_begun_a_second_time() {
        RunFacts run = check.run("here");
        try (Started process = migrate.start("job=check", "try=here", "--quiet");
                TableLock lock = lockedAfterFirstPage(process, run)) {
            process.waitUntil(() -> lock.stops("update migrate.partition"));
            Ended second = migrate.run("job=check", "try=here").with(1);
            assertThat(second.out()).isEmpty();
            assertThat(second.err()).contains("is running since ", "managed by pid " + process.pid() + " on ");
        }
    }

    @Test
    @Tag("slow")
    void a_frozen_process_is_replaced_and_changes_nothing_when_it_wakes(@TempDir Path elsewhere) throws IOException {
        RunFacts run = check.run("frozen");
        MigrateJar another = check.in(elsewhere);
        try (Started frozen = migrate.start("job=check", "try=frozen", "--quiet")) {
            frozen.waitUntil(() -> run.pages() > 0);
            frozen.signal("STOP");
            await().atMost(Duration.ofSeconds(30)).until(() -> run.presences() == 0);

            another.run("job=check", "try=frozen", "--quiet").with(3);
            List<String> written = run.everything();
            frozen.signal("CONT");
            assertThat(frozen.end().exitCode()).isNotZero();
            assertThat(run.everything()).isEqualTo(written);
        }
        assertThat(run.statuses()).containsExactly("FAILED", "COMPLETED");
        assertThat(run.findings()).hasSize(36).doesNotHaveDuplicates();
        assertThat(run.attempts().read()).isEqualTo(LongCheck.ROWS);
    }
}
