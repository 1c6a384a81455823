package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.worker.Workforce;
import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that come and go, in processes of their own, while a manager without any manages: partitions of three pages. */
class WorkersIT {

    @TempDir
    Path directory;

    private EngineFixture engine;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 1_200);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_run_without_workers_says_so_and_goes_on_when_one_joins() throws Exception {
        EngineFixture.Beside run = engine.begin(engine.request(4, 0));
        await().until(() -> !engine.waits.isEmpty());
        String reason = "no worker is there: start one with java -jar migrate.jar worker";
        assertThat(engine.waits).containsExactly(reason);
        assertThat(engine.text("select waits_for from migrate.run")).isEqualTo(reason);

        engine.worker(2);

        assertCompleted(run.outcome());
        assertThat(engine.ask("select count(*) from migrate.run where waits_for is not null"))
                .isZero();
    }

    @Test
    void one_that_joins_in_the_middle_takes_what_is_waiting() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) throws Exception {
                if (page.number() == 2 && first.getAndSet(false)) {
                    held.await();
                }
            }
        });
        engine.worker(1);
        EngineFixture.Beside run = engine.begin(engine.request(4, 0));
        await().until(() -> !first.get());

        engine.worker(1);
        await().until(() -> engine.holds("select count(*) = 3 from migrate.partition where state = 'done'"));
        held.countDown();

        assertCompleted(run.outcome());
        assertThat(engine.ask("select max(attempts) from migrate.partition")).isEqualTo(1);
    }

    @Test
    void one_that_leaves_gives_back_at_once_and_others_go_on_from_there() throws Exception {
        Workforce leaving = engine.lend(engine.another(), 1, false, new WorkerNews() {});
        engine.type.onceIn(1, 2, leaving::leave);
        EngineFixture.Beside run = engine.begin(engine.request(4, 0));
        leaving.await();

        assertThat(engine.text("select state || ' ' || page from migrate.partition where number = 1"))
                .isEqualTo("waiting 2");
        assertThat(engine.text("select status from migrate.batch_step_execution where step_name = 'worker:1'"
                        + " order by step_execution_id limit 1"))
                .isEqualTo("STOPPED");
        engine.worker(1);
        assertCompleted(run.outcome());
        assertThat(engine.type.pages()).hasSize(12);
    }

    @Test
    void one_that_stays_until_idle_leaves_when_there_is_nothing_to_do() throws Exception {
        Workforce idle = engine.lend(engine.another(), 1, true, new WorkerNews() {});

        idle.await();

        assertThat(engine.ask("select count(*) from migrate.worker")).isEqualTo(1);
    }

    @Test
    void one_that_stays_until_idle_does_what_there_is() throws Exception {
        EngineFixture.Beside run = engine.begin(engine.request(4, 0));
        await().until(() -> engine.holds("select exists (select from migrate.run where running)"));
        Workforce idle = engine.lend(engine.another(), 2, true, new WorkerNews() {});

        idle.await();

        assertCompleted(run.outcome());
    }

    /** What another worker has in hand may come back while a manager lives. */
    @Test
    void one_that_stays_until_idle_waits_for_what_others_have_in_hand() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        engine.type.onceIn(1, 2, () -> {
            held.await();
            throw new SQLException("deadlock detected", "40P01");
        });
        Workforce first = engine.lend(engine.another(), 1, false, new WorkerNews() {});
        EngineFixture.Beside run = engine.begin(engine.request(1, 0));
        await().until(() -> engine.type.pages().size() == 2);
        CountDownLatch accepted = new CountDownLatch(1);
        Workforce idle = engine.lend(engine.another(), 1, true, new WorkerNews() {
            @Override
            public void accepted(String job, long execution) {
                accepted.countDown();
            }
        });
        assertThat(accepted.await(20, TimeUnit.SECONDS)).isTrue();
        first.leave();
        held.countDown();

        idle.await();

        assertCompleted(run.outcome());
    }

    private void assertCompleted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
    }
}
