package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.MortalDataSource.Moment;
import dev.migrate.engine.MortalDataSource.Seam;
import dev.migrate.job.Outcome;
import dev.migrate.steering.Steered;
import dev.migrate.steering.Steering;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are steered by another process while they go on: four partitions of three pages. */
class SteeredIT {

    private static final String BY = "ann@desk";

    @TempDir
    Path directory;

    private EngineFixture engine;
    private Steering steering;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 1_200);
        EngineProcess elsewhere = engine.another();
        steering = new Steering(elsewhere.repository, elsewhere.transaction());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void one_that_is_paused_claims_nothing_until_it_is_resumed_and_then_ends_as_if_nothing_had_been() throws Exception {
        engine.type.onceIn(1, 1, this::pause);
        EngineFixture.Beside run = engine.begin(engine.request(4, 1));
        await().until(() -> !saidOfPauses().isEmpty());

        assertThat(saidOfPauses())
                .singleElement()
                .satisfies(said -> assertThat(said)
                        .startsWith("paused by ann@desk since ")
                        .endsWith(": resume " + execution() + " lets it go on"));
        assertThat(engine.text("select waits_for from migrate.run"))
                .isEqualTo(saidOfPauses().get(0));
        assertThat(engine.ask("select sum(attempts) from migrate.partition")).isEqualTo(1);

        assertThat(steering.resume(execution(), BY)).isInstanceOf(Steered.Done.class);
        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertThat(engine.type.pages()).hasSize(12);
        assertThat(engine.started).hasSize(1);
    }

    @Test
    void a_pause_outlives_the_manager_and_ends_with_a_stop() throws Exception {
        engine.type.onceIn(1, 1, this::pause);
        engine.worker(1);
        EngineFixture.Beside killed = engine.begin(engine.request(4, 0));
        await().until(() -> saidOfPauses().size() == 1);
        killManager(killed);

        EngineFixture.Beside next = engine.begin(engine.request(4, 0));
        await().until(() -> saidOfPauses().size() == 2);
        assertThat(saidOfPauses().get(1)).startsWith("paused by ann@desk since ");
        assertThat(engine.ask("select sum(attempts) from migrate.partition")).isEqualTo(1);
        next.stop().request();

        assertThat(next.outcome()).isInstanceOf(Outcome.Stopped.class);
        assertThat(engine.holds("select pause from migrate.run")).isFalse();
        assertThat(engine.run(engine.request(4, 0))).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
    }

    @Test
    void one_that_is_stopped_finishes_its_page_and_says_who_asked() throws Exception {
        engine.type.onceIn(1, 1, () -> assertDone(steering.stop(execution(), BY)));

        Outcome outcome = engine.run(engine.request(4, 1));

        assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
        assertThat(outcome.sentence()).contains("ann@desk asked for it, and 4 partitions are left to do");
        assertThat(engine.type.pages()).hasSize(1);
        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
    }

    @Test
    void one_that_is_abandoned_while_a_worker_has_a_page_in_hand_is_begun_only_anew() throws Exception {
        engine.type.onceIn(1, 2, () -> {
            engine.process.die();
            assertDone(await().until(() -> steering.abandon(execution(), BY), Steered.Done.class::isInstance));
        });
        engine.worker(1);
        EngineFixture.Beside killed = engine.begin(engine.request(4, 0));
        await().until(() -> engine.holds(
                "select exists (select from migrate.partition where number = 1 and state = 'waiting' and page = 2)"));
        killManager(killed);

        Outcome outcome = engine.run(engine.request(4));
        assertThat(outcome).isInstanceOf(Outcome.Abandoned.class);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.sentence()).contains("abandoned by ann@desk", "--reset");
        assertThat(engine.ask("select count(*) from migrate.batch_job_execution"))
                .isEqualTo(1);
        assertThat(engine.ask("select count(*) from migrate.batch_step_execution"
                        + " where start_time is not null and end_time is null"))
                .isZero();
        assertThat(engine.ask("select sum(page) from migrate.partition")).isEqualTo(2);

        assertThat(engine.run(engine.anew(4, 2))).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
    }

    @Test
    void rows_that_were_set_aside_are_done_by_the_next_retry_when_one_was_abandoned() throws Exception {
        engine.type.setAside(id -> id % 100 == 3, 100);
        engine.run(engine.request(4));
        long first = engine.ask("select instance_id from migrate.run");
        engine.type.setAside(id -> false, 0);
        engine.whenStarted = () -> assertDone(steering.stop(execution(), BY));
        assertThat(engine.run(engine.retryOf(first, 1))).isInstanceOf(Outcome.Stopped.class);
        engine.whenStarted = () -> {};
        assertDone(steering.abandon(execution(), BY));

        assertThat(engine.run(engine.retryOf(first, 1))).isEqualTo(new Outcome.Retried(execution(), 0, 0, 0));
    }

    @Test
    void a_manager_that_begins_after_all_finds_it_abandoned() throws Exception {
        stopAtOnce();
        long stopped = execution();
        engine.process.at(raisesEpoch(Moment.BEFORE), () -> assertDone(steering.abandon(stopped, BY)));

        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Abandoned.class);
        assertThat(engine.started).containsExactly(stopped);
        assertThat(execution()).isEqualTo(stopped);
    }

    @Test
    void a_manager_that_has_just_begun_is_not_abandoned() throws Exception {
        stopAtOnce();
        long stopped = execution();
        engine.process.at(
                raisesEpoch(Moment.AFTER),
                () -> assertThat(steering.abandon(stopped, BY)).isInstanceOf(Steered.Refused.class));

        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
    }

    private static Seam raisesEpoch(Moment moment) {
        return new Seam(moment, "set epoch = epoch + 1, manager = ");
    }

    private void stopAtOnce() throws Exception {
        engine.whenStarted = () -> assertDone(steering.stop(execution(), BY));
        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Stopped.class);
        engine.whenStarted = () -> {};
    }

    /** On a slow machine a run may also say that it waits for workers. */
    private List<String> saidOfPauses() {
        return engine.waits.stream().filter(said -> said.startsWith("paused ")).toList();
    }

    private void pause() {
        assertDone(steering.pause(execution(), BY));
    }

    private static void assertDone(Steered steered) {
        assertThat(steered).isInstanceOf(Steered.Done.class);
    }

    /** It lives again at once, as the process of the next manager. */
    private void killManager(EngineFixture.Beside run) throws Exception {
        engine.process.die();
        try {
            assertThat(run.outcome()).isInstanceOf(Outcome.Failed.class);
        } catch (ExecutionException e) {
            assertThat(engine.process.isDead()).isTrue();
        }
        engine.process.revive();
    }

    private long execution() {
        return engine.ask("select max(job_execution_id) from migrate.batch_job_execution");
    }
}
