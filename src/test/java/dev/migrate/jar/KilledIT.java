package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process with SIGKILL, types the same again, and compares with a run that nobody disturbed. */
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledIT {

    private static final int KILLS = 3;

    private final LongCheck check = new LongCheck();
    private final RunFacts undisturbed = check.run("undisturbed");
    private final MigrateJar migrate;

    KilledIT(@TempDir Path directory) throws IOException {
        migrate = check.in(directory);
    }

    @BeforeAll
    void run_undisturbed() {
        migrate.run("job=check", "try=undisturbed", "--quiet").with(3);
        assertThat(undisturbed.findings()).hasSize(36);
        assertThat(undisturbed.ledger()).containsEntry("read", (long) LongCheck.ROWS);
    }

    @Test
    void goes_on_from_the_last_pages_after_each_kill() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KilledIT kills as -Dseed=" + seed + " says");
        RunFacts run = check.run("killed");
        long[] kills = new Random(seed)
                .longs(KILLS, 1, undisturbed.pages() * 3 / 4)
                .sorted()
                .toArray();
        for (long pages : kills) {
            killAfter(pages, run);
        }
        assertThat(run.pages())
                .as("pages done when it was killed for the last time")
                .isLessThan(undisturbed.pages());

        Ended last = migrate.run("job=check", "try=killed", "--json").with(3);
        assertThat(last.out()).contains("\"status\":\"COMPLETED\"");
        assertThat(run.statuses()).containsExactly("FAILED", "FAILED", "FAILED", "COMPLETED");
        assertThatItIsAsUndisturbed(run);
        assertThatNothingWasDoneTwice(run);
    }

    private void killAfter(long pages, RunFacts run) {
        long wanted = Math.max(pages, run.pages() + 1);
        try (Started process = migrate.start("job=check", "try=killed")) {
            process.waitUntil(() -> run.pages() >= wanted);
            process.signal("KILL");
            process.end().with(Ended.KILLED);
        }
    }

    private void assertThatNothingWasDoneTwice(RunFacts run) {
        RunFacts.Attempts attempts = run.attempts();
        assertThat(attempts.pages()).isEqualTo(undisturbed.pages());
        assertThat(attempts.read()).isEqualTo(LongCheck.ROWS);
        assertThat(attempts.count()).isGreaterThan(LongCheck.PARTITIONS);
        assertThat(run.resumed()).isPositive();
    }

    @Test
    void plans_as_if_nothing_had_been_when_it_is_killed_while_it_plans() {
        RunFacts run = check.run("unplanned");
        try (TableLock lock = check.lock("migrate.partition");
                Started process = migrate.start("job=check", "try=unplanned", "--quiet")) {
            process.waitUntil(() -> lock.stops("insert into migrate.partition"));
            process.signal("KILL");
            process.end().with(Ended.KILLED);
        }
        assertThat(run.partitions()).isZero();

        migrate.run("job=check", "try=unplanned", "--quiet").with(3);
        assertThat(run.statuses()).containsExactly("FAILED", "COMPLETED");
        assertThatItIsAsUndisturbed(run);
    }

    @Test
    void does_the_page_again_that_was_in_hand_and_not_counted() {
        RunFacts run = check.run("uncounted");
        try (TableLock lock = check.lock("migrate.finding");
                Started process = migrate.start("job=check", "try=uncounted", "--quiet")) {
            process.waitUntil(() -> lock.stops("insert into migrate.finding"));
            process.signal("KILL");
            process.end().with(Ended.KILLED);
        }
        assertThat(run.findings()).isEmpty();

        migrate.run("job=check", "try=uncounted", "--quiet").with(3);
        assertThatItIsAsUndisturbed(run);
        assertThatNothingWasDoneTwice(run);
    }

    @Test
    void its_programs_end_with_it_and_what_they_did_not_finish_is_done_again() throws Exception {
        migrate.define("sleep", """
                type: command
                command: [sh, -c, "[ -e ../woken ] && exit; sleep 1000 & echo $! > ../$1.pid; wait", sleep, "{partition}"]
                partitions: 2
                """);
        try (Started process = migrate.start("job=sleep", "try=programs", "--workers=2", "--quiet")) {
            process.waitUntil(() -> migrate.isWritten("1.pid") && migrate.isWritten("2.pid"));
            process.signal("KILL");
            process.end().with(Ended.KILLED);
        }
        await().until(() -> !migrate.isAlive("1.pid") && !migrate.isAlive("2.pid"));

        Files.createFile(migrate.directory().resolve("woken"));
        migrate.run("job=sleep", "try=programs", "--quiet").with(0);
        assertThat(check.run("programs").statuses()).containsExactly("FAILED", "COMPLETED");
    }

    private void assertThatItIsAsUndisturbed(RunFacts run) {
        assertThat(run.findings()).isEqualTo(undisturbed.findings());
        assertThat(run.ledger()).isEqualTo(undisturbed.ledger());
        assertThat(run.pages()).isEqualTo(undisturbed.pages());
    }
}
