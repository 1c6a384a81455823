package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.MortalDataSource.Moment;
import dev.migrate.engine.MortalDataSource.Seam;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.worker.Workforce;
import dev.migrate.job.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.integration.partition.StepExecutionRequest;

/**
 * The interleavings that a model of the protocol shows to be fatal where one of its conditions is left out, in a job that only
 * reads and in one that writes: two partitions of three pages.
 */
@ParameterizedClass
@ValueSource(strings = {"trace", "count"})
class InterleavingsIT {

    private static final int PAGES = 6;

    private static final String CLAIM = "set state = 'claimed'";
    private static final String PAGE = "set page = ";
    private static final String END = "with ended as";

    private static final String SOMEBODY_WAITS_FOR_A_LOCK = "select exists (select from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock')";

    @TempDir
    Path directory;

    private final String job;
    private EngineFixture engine;

    InterleavingsIT(String job) {
        this.job = job;
    }

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 600);
        engine.job = job;
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_worker_commits_its_page_just_after_it_was_made_an_orphan() throws Exception {
        EngineProcess worker = engine.worker(1);
        engine.type.onceIn(1, 2, () -> {
            worker.way.freezeOwnSessions();
            worker.way.endOwnSessions();
            await().until(() -> engine.holds("select state = 'waiting' from migrate.partition where number = 1"));
        });
        EngineFixture.Beside run = engine.begin(engine.request(2, 0));
        await().until(() -> engine.holds("select exists (select from migrate.partition where number = 1"
                + " and reason like 'pid % was gone')"));
        worker.way.thaw();

        assertCompleted(run.outcome());
        assertThat(attempts(1)).isEqualTo(2);
        assertThat(engine.text("select exit_message from migrate.batch_step_execution where status = 'FAILED'"))
                .endsWith("was gone");
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 1"})
    void a_page_s_commit_lands_though_its_worker_saw_a_lost_connection(int page, int attempts) throws Exception {
        engine.type.onceIn(1, page, () -> engine.process.loseConnectionAt(new Seam(Moment.AFTER_COMMIT_OF, PAGE)));

        assertCompleted(engine.run(engine.request(2, 1)));
        assertThat(attempts(1)).isEqualTo(attempts);
        assertThat(engine.type.pages()).hasSize(PAGES);
    }

    @Test
    void a_page_s_commit_lands_while_its_worker_wants_to_give_the_partition_back() throws Exception {
        Delayed commit = new Delayed();
        engine.type.onceIn(1, 2, () -> engine.process.delayAt(new Seam(Moment.BEFORE_COMMIT_OF, PAGE), commit));
        EngineFixture.Beside run = engine.begin(engine.request(2, 1));
        commit.awaitSent();
        await().until(() -> engine.holds(SOMEBODY_WAITS_FOR_A_LOCK));
        commit.land();

        assertCompleted(run.outcome());
        assertThat(attempts(1)).isEqualTo(2);
        assertThat(engine.type.pages()).hasSize(PAGES);
    }

    @Test
    void a_page_arrives_only_after_its_partition_was_opened_again() throws Exception {
        Delayed page = new Delayed();
        engine.type.onceIn(1, 2, () -> engine.process.delayAt(new Seam(Moment.BEFORE, PAGE), page));

        Outcome outcome = engine.run(engine.request(2, 1));
        page.land();

        assertCompleted(outcome);
        assertThat(attempts(1)).isEqualTo(2);
    }

    @Test
    void a_page_never_arrives() throws Exception {
        Delayed commit = new Delayed();
        engine.type.onceIn(1, 2, () -> engine.process.delayAt(new Seam(Moment.BEFORE_COMMIT_OF, PAGE), commit));
        EngineFixture.Beside run = engine.begin(engine.request(2, 1));
        commit.awaitSent();
        await().until(() -> engine.holds(SOMEBODY_WAITS_FOR_A_LOCK));
        commit.getLost();

        assertCompleted(run.outcome());
        assertThat(attempts(1)).isEqualTo(2);
        assertThat(engine.type.pages()).hasSize(job.equals("count") ? PAGES : PAGES + 1);
    }

    /** The rows of an empty table are done without a page, so that the end is a write of its own. */
    @ParameterizedTest
    @CsvSource({"AFTER, 1", "BEFORE, 2"})
    void done_is_written_unheard_or_not_at_all(Moment moment, int attempts) throws Exception {
        engine.databases.execute("shop", "truncate item");
        engine.process.loseConnectionAt(new Seam(moment, END));

        Outcome outcome = engine.run(engine.request(1, 1));

        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        assertThat(attempts(1)).isEqualTo(attempts);
        assertThat(engine.text("select state from migrate.partition")).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({"postgres, false", "postgres, true", "local, false", "local, true"})
    void a_claim_commits_unheard(String transport, boolean limited) throws Exception {
        engine.transport = transport;
        if (limited) {
            engine.first.databases.limit("shop", 2);
        }
        engine.process.loseConnectionAt(new Seam(limited ? Moment.AFTER_COMMIT_OF : Moment.AFTER, CLAIM));

        assertCompleted(engine.run(engine.request(2, 1)));
        assertThat(engine.ask("select count(*) from migrate.batch_step_execution where status = 'STOPPED'"
                        + " and exit_message = 'its worker never heard that it had it'"))
                .isEqualTo(1);
        assertThat(engine.type.pages()).hasSize(PAGES);
    }

    /** The claim lands when its worker has long turned to other things, and nobody hears of it. */
    @Test
    void a_claim_arrives_late() throws Exception {
        Delayed claim = new Delayed();
        engine.process.delayAt(new Seam(Moment.BEFORE, CLAIM), claim);
        EngineFixture.Beside run = engine.begin(engine.request(2, 1));
        claim.awaitSent();
        claim.land();

        assertCompleted(run.outcome());
        assertThat(engine.type.pages()).hasSize(PAGES);
    }

    @Test
    void a_partition_is_given_back_and_offered_twice() throws Exception {
        engine.transport = HandTransport.NAME;
        engine.hand.offers = request -> {
            engine.hand.deliver(request);
            engine.hand.deliver(request);
        };
        engine.hand.afterEach = worker -> engine.hand.offered().forEach(worker::handle);
        engine.type.onceIn(1, 2, () -> {
            throw new SQLException("deadlock detected", "40P01");
        });

        assertCompleted(engine.run(engine.request(2, 2)));
        assertThat(attempts(1)).isEqualTo(2);
        assertThat(attempts(2)).isEqualTo(1);
        assertThat(engine.hand.offered())
                .extracting(StepExecutionRequest::getStepExecutionId)
                .containsOnly(2L, 3L, 4L);
        assertThat(engine.type.pages()).hasSize(PAGES + 1);
    }

    @Test
    void a_delayed_request_arrives_after_stopped_was_written() throws Exception {
        engine.transport = HandTransport.NAME;
        engine.hand.offers = request -> {};
        EngineProcess worker = engine.another();
        Workforce workforce = engine.lend(worker, 1, false, new WorkerNews() {});
        EngineFixture.Beside run = engine.begin(engine.request(2, 0));
        await().until(() -> engine.hand.offered().size() == 2);
        // So that the worker still believes that the run goes on.
        worker.way.freezeOwnSessions();
        run.stop().request();
        assertThat(run.outcome()).isInstanceOf(Outcome.Stopped.class);
        List<StepExecutionRequest> delayed = engine.hand.offered();
        delayed.forEach(engine.hand::deliver);
        await().until(() -> engine.hand.handled().size() == 2);

        assertThat(engine.ask("select count(*) from migrate.partition where state = 'waiting' and fence = 0"))
                .isEqualTo(2);
        assertThat(engine.text("select status from migrate.batch_job_execution"))
                .isEqualTo("STOPPED");
        worker.way.thaw();
        workforce.close();
        engine.hand.offers = engine.hand::deliver;
        assertCompleted(engine.run(engine.request(2, 1)));
        assertThat(attempts(1) + attempts(2)).isEqualTo(2);
    }

    private void assertCompleted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
    }

    private long attempts(int partition) {
        return engine.ask("select attempts from migrate.partition where number = " + partition);
    }
}
