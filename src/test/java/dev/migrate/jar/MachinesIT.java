package dev.migrate.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at one run, as if each were on a machine of its own; some leave, some die, some seem to. */
@Tag("process")
class MachinesIT {

    private final CountingJob job = new CountingJob();
    private final RunFacts run = job.run();
    private final MigrateJar migrate;

    MachinesIT(@TempDir Path directory) throws IOException {
        migrate = job.in(directory);
    }

    @Test
    void workers_join_and_leave_in_the_middle() {
        try (Hurdles hurdles = job.hurdles();
                Started manager = CountingJob.manage(migrate, 0);
                Started leaving = worker()) {
            int partition = partitionOf(leaving, hurdles);
            try (Started joining = migrate.start("worker", "--workers=1", "--until-idle")) {
                doAllBut(partition, hurdles);
                leaving.signal("TERM");
                leaving.waitUntil(() -> leaving.err().contains("Stopping: finishing the pages in hand"));
                hurdles.remove(partition);
                assertThat(leaving.end().with(0).err()).contains("Left, after 1 partition.");

                within(5, () -> run.part(partition).is("done"));
                assertThat(joining.end().with(0).err()).contains("Left, after 3 partitions.");
            }
            assertThat(manager.end().with(0).out()).contains(": COMPLETED");
            assertThat(run.part(partition).fence()).isEqualTo(2);
        }
        assertThatEachPageWasDoneOnce();
    }

    @Test
    void what_a_killed_worker_had_is_soon_done_by_another() {
        try (Hurdles hurdles = job.hurdles();
                Started manager = CountingJob.manage(migrate, 1);
                Started killed = worker()) {
            int partition = partitionOf(killed, hurdles);
            long pages = run.part(partition).page();
            assertThat(pages).isPositive();
            doAllBut(partition, hurdles);
            killed.signal("KILL");

            within(5, () -> run.part(partition).isHeldBy(manager.pid()));
            assertThat(run.part(partition).page()).isEqualTo(pages);
            hurdles.remove(partition);
            manager.end().with(0);
            assertThat(run.part(partition).fence()).isEqualTo(2);
        }
        assertThatEachPageWasDoneOnce();
    }

    @Test
    void the_same_command_takes_over_from_a_killed_manager_and_from_no_other() {
        try (Hurdles hurdles = job.hurdles();
                Started manager = CountingJob.manage(migrate, 0);
                Started worker = worker()) {
            int partition = partitionOf(worker, hurdles);
            try (Started second = CountingJob.manage(migrate, 0)) {
                assertThat(second.end().with(1).err())
                        .contains("is running since ", "managed by pid " + manager.pid() + " on ");
            }
            manager.signal("KILL");
            manager.end().with(Ended.KILLED);
            try (Started next = CountingJob.manage(migrate, 0)) {
                next.waitUntil(() -> run.epoch() == 2);
                assertThat(run.part(partition).isHeldBy(worker.pid())).isTrue();
                hurdles.removeAll();
                next.end().with(0);
            }
        }
        assertThat(run.attempts().count()).isEqualTo(CountingJob.PARTITIONS);
        assertThat(run.statuses()).containsExactly("FAILED", "COMPLETED");
        assertThatEachPageWasDoneOnce();
    }

    @Test
    @Tag("slow")
    void workers_that_are_frozen_or_cut_off_are_replaced_and_change_nothing_when_they_are_back(@TempDir Path elsewhere)
            throws IOException {
        try (Hurdles hurdles = job.hurdles();
                Way way = new Way(job.port());
                Started manager = CountingJob.manage(migrate, 1);
                Started frozen = worker();
                Started cutOff = job.in(elsewhere, way::along).start("worker", "--workers=1")) {
            int first = partitionOf(frozen, hurdles);
            int second = partitionOf(cutOff, hurdles);
            doAllBut(List.of(first, second), hurdles);
            frozen.signal("STOP");
            way.fallSilent();
            hurdles.removeAll();
            within(10, () -> hurdles.wasPassedByOneThatIsStill(first) && hurdles.wasPassedByOneThatIsStill(second));

            within(20, () -> run.part(first).fence() == 2 && run.part(second).fence() == 2);
            manager.end().with(0);
            assertThatEachPageWasDoneOnce();
            List<String> written = run.everything();
            frozen.signal("CONT");
            way.speak();
            frozen.waitUntil(() -> hasJoinedAgain(frozen) && hasJoinedAgain(cutOff));
            assertThat(run.everything()).isEqualTo(written);
        }
        assertThatEachPageWasDoneOnce();
    }

    private static boolean hasJoinedAgain(Started worker) {
        return worker.err().matches("(?s).*Tries to join again: .* has joined with 1 thread.*");
    }

    private Started worker() {
        return migrate.start("worker", "--workers=1");
    }

    /** The partition in whose middle that worker stands at last. */
    private int partitionOf(Started worker, Hurdles hurdles) {
        worker.waitUntil(() ->
                run.parts().stream().anyMatch(part -> part.isHeldBy(worker.pid()) && hurdles.stop(part.number())));
        return run.parts().stream()
                .filter(part -> part.isHeldBy(worker.pid()))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private void doAllBut(int partition, Hurdles hurdles) {
        doAllBut(List.of(partition), hurdles);
    }

    /** Waits until the others are done, and nobody is held up but by these. */
    private void doAllBut(List<Integer> partitions, Hurdles hurdles) {
        hurdles.removeAllBut(partitions);
        within(
                60,
                () -> run.parts().stream().filter(part -> part.is("done")).count()
                        == CountingJob.PARTITIONS - partitions.size());
    }

    private static void within(int seconds, Callable<Boolean> happens) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(seconds))
                .until(happens);
    }

    private void assertThatEachPageWasDoneOnce() {
        assertThat(job.countedOnce()).isEqualTo(CountingJob.ROWS);
        assertThat(run.attempts().pages()).isEqualTo(run.pages()).isEqualTo(CountingJob.PAGES);
        assertThat(run.attempts().read()).isEqualTo(CountingJob.ROWS);
    }
}
