package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.MortalDataSource.Moment;
import dev.migrate.engine.MortalDataSource.Seam;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.worker.Workforce;
import dev.migrate.job.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions with the repository that end, and a repository that is away: two partitions of three pages. */
class OutageIT {

    private static final String SEATED = "select manager_number from migrate.run";
    private static final String SIGN_ON = "insert into migrate.worker";

    @TempDir
    Path directory;

    private EngineFixture engine;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 600);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace", "count"})
    void a_repository_that_is_away_for_a_while_ends_nothing(String job) throws Exception {
        engine.job = job;
        EngineProcess worker = engine.worker(1);
        engine.type.onceIn(1, 2, () -> cutOffFor(Duration.ofSeconds(20), worker.way, engine.process));

        Outcome outcome = engine.run(engine.request(2, 1));

        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertTheSameExecutionWentOn();
    }

    @Test
    void a_repository_that_is_away_for_too_long_fails_the_run_and_the_same_request_resumes() throws Exception {
        engine.type.onceIn(1, 2, () -> cutOffFor(Duration.ofDays(36_500), engine.process));

        Outcome failed = engine.run(engine.request(2, 1));

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.sentence()).startsWith("Failed: ").contains("connection refused");
        engine.process.reconnect();
        assertThat(engine.run(engine.request(2, 1))).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertThat(engine.ask("select count(*) from migrate.batch_job_execution where status = 'FAILED'"))
                .isEqualTo(1);
    }

    @Test
    void a_worker_that_cannot_join_for_too_long_says_why() throws Exception {
        EngineProcess worker = engine.another();
        worker.way.cutOff();
        engine.time.skipPauses(atMost -> {});

        Workforce workforce = engine.lend(worker, 1, false, new WorkerNews() {});

        assertThatCode(workforce::await).hasMessage("connection refused");
    }

    @Test
    void a_worker_may_leave_while_the_repository_is_away() throws Exception {
        EngineProcess worker = engine.another();
        worker.way.cutOff();
        CountDownLatch trying = new CountDownLatch(1);
        Workforce workforce = engine.lend(worker, 1, false, new WorkerNews() {
            @Override
            public void lost(String reason) {
                trying.countDown();
            }
        });
        assertThat(trying.await(20, TimeUnit.SECONDS)).isTrue();

        workforce.leave();

        assertThatCode(workforce::await).doesNotThrowAnyException();
    }

    @Test
    void a_worker_whose_presence_was_lost_goes_on_under_another_number() throws Exception {
        EngineProcess worker = engine.worker(1);
        engine.type.onceIn(1, 2, () -> {
            worker.way.endOwnSessions();
            await().until(() -> engine.holds("select state = 'waiting' from migrate.partition where number = 1"));
        });

        assertThat(engine.run(engine.request(2, 0))).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertThat(engine.ask("select count(*) from migrate.worker where threads = 1"))
                .isEqualTo(2);
    }

    @Test
    void a_worker_that_loses_its_session_as_it_signs_on_tries_again() throws Exception {
        EngineProcess worker = engine.another();
        worker.way.loseConnectionAt(new Seam(Moment.BEFORE, SIGN_ON));
        engine.lend(worker, 1, false, new WorkerNews() {});

        assertThat(engine.run(engine.request(2, 0))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void a_manager_that_lost_its_session_takes_its_seat_again() throws Exception {
        engine.worker(1);
        engine.type.onceIn(1, 2, () -> {
            long before = engine.ask(SEATED);
            engine.process.endOwnSessions();
            awaitAnotherSeat(before);
        });

        assertThat(engine.run(engine.request(2, 0))).isInstanceOf(Outcome.Completed.class);
        assertTheSameExecutionWentOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGN_ON, "pg_advisory_lock(hashtextextended", "set manager_number = "})
    void a_manager_that_loses_its_session_again_as_it_takes_its_seat_lives_on(String statement) throws Exception {
        engine.worker(1);
        engine.type.onceIn(1, 2, () -> {
            long before = engine.ask(SEATED);
            engine.process.loseConnectionAt(new Seam(Moment.BEFORE, statement));
            engine.process.endOwnSessions();
            awaitAnotherSeat(before);
            assertThat(engine.holds("select exists (select from pg_locks where locktype = 'advisory'"
                            + " and objid = (select manager_number from migrate.run)::oid and objsubid = 2)"))
                    .isTrue();
        });

        assertThat(engine.run(engine.request(2, 0))).isInstanceOf(Outcome.Completed.class);
        assertTheSameExecutionWentOn();
    }

    @Test
    void a_manager_whose_seat_is_taken_waits_for_it() throws Exception {
        engine.worker(1);
        engine.type.onceIn(1, 2, () -> {
            long before = engine.ask(SEATED);
            Connection rival = rival();
            await().until(() -> engine.holds("select exists (select from pg_locks where not granted)"));
            rival.close();
            awaitAnotherSeat(before);
        });

        assertThat(engine.run(engine.request(2, 0))).isInstanceOf(Outcome.Completed.class);
        assertTheSameExecutionWentOn();
    }

    @Test
    void a_manager_whose_seat_stays_taken_gives_up_and_says_so() throws Exception {
        engine.worker(1);
        CountDownLatch over = new CountDownLatch(1);
        engine.type.onceIn(1, 2, over::await);
        EngineFixture.Beside run = engine.begin(engine.request(2, 0));
        await().until(() -> engine.type.pages().size() == 2);
        Connection rival = rival();
        await().until(() -> {
            engine.time.pass(Duration.ofMinutes(2));
            return run.running().isDone();
        });

        assertThat(run.outcome().sentence()).contains("another one has taken its seat");
        over.countDown();
        rival.close();
    }

    /** Another session that holds the lock of the manager, whose own has ended. */
    private Connection rival() throws Exception {
        Connection rival = DriverManager.getConnection(engine.databases.url("repository"));
        try (Statement statement = rival.createStatement()) {
            engine.process.endOwnSessions();
            statement.execute("select pg_advisory_lock(hashtextextended('trace {}', 0))");
        }
        return rival;
    }

    private void awaitAnotherSeat(long before) {
        await().until(() -> engine.ask(SEATED) > before);
    }

    private void cutOffFor(Duration time, MortalDataSource... ways) {
        Instant back = engine.time.instant().plus(time);
        engine.time.skipPauses(atMost -> {
            if (engine.time.instant().isAfter(back)) {
                for (MortalDataSource way : ways) {
                    way.reconnect();
                }
            }
        });
        for (MortalDataSource way : ways) {
            way.cutOff();
        }
    }

    private void assertTheSameExecutionWentOn() {
        assertThat(engine.ask("select count(*) from migrate.batch_job_execution"))
                .isEqualTo(1);
        assertThat(engine.ask("select epoch from migrate.run")).isEqualTo(1);
    }
}
