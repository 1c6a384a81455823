package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose workers are held back. */
class BrakedRunIT {

    private static final String STEER = "select pg_notify('migrate', ''); update migrate.run set ";

    // Thirty pages: enough for a pause to be heard of in between.
    private static final int ROWS = 3_000;

    @TempDir
    Path directory;

    private EngineFixture engine;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, ROWS);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private void throttle(String throttle) throws IOException {
        Files.writeString(engine.jobFile(), Files.readString(engine.jobFile()) + "throttle: {" + throttle + "}\n");
    }

    private void awaitBraked(String brake) {
        await().until(() -> told().contains(brake));
    }

    private String told() {
        return engine.text("select coalesce(string_agg(distinct database || ' ' || brake || ': ' || reason, '; '), '')"
                + " from migrate.braked");
    }

    private void pauseInFirstPage() {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (page.number() == 1) {
                    engine.sql(STEER + "pause = true");
                }
            }
        });
    }

    @Test
    void a_paused_run_begins_no_page_and_holds_no_transaction_until_it_goes_on() throws Exception {
        engine.job = "count";
        pauseInFirstPage();
        EngineFixture.Beside run = engine.begin(engine.request(1, 1));
        awaitBraked(" pause: the run is paused");
        long pages = engine.ask("select sum(page) from migrate.partition");

        assertThat(pages).isLessThan(30);
        assertThat(engine.list(
                        "shop",
                        "select count(*) from pg_stat_activity where datname = current_database() and xact_start is not"
                                + " null and pid <> pg_backend_pid()"))
                .containsExactly(0L);
        assertThat(engine.ask("select sum(page) from migrate.partition")).isEqualTo(pages);
        engine.type.trap(new TracingJobType.Trap() {});
        engine.sql(STEER + "pause = false");

        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertThat(told()).isEmpty();
    }

    @Test
    void a_run_that_is_paused_for_long_keeps_no_thread_and_goes_on_from_its_position() throws Exception {
        engine.job = "count";
        pauseInFirstPage();
        EngineFixture.Beside run = engine.begin(engine.request(1, 1));
        awaitBraked("pause");

        engine.time.pass(Duration.ofMinutes(1));
        await().until(() -> engine.text("select state from migrate.partition").equals("waiting"));
        engine.type.trap(new TracingJobType.Trap() {});
        engine.sql(STEER + "pause = false");

        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.ask("select max(attempts) from migrate.partition")).isEqualTo(2);
        new CountedOnce(engine).assertThatAllIs();
    }

    @Test
    void what_is_held_is_given_back_when_the_run_is_stopped() throws Exception {
        pauseInFirstPage();
        EngineFixture.Beside run = engine.begin(engine.request(1, 1));
        awaitBraked("pause");

        run.stop().request();

        assertThat(run.outcome()).isInstanceOf(Outcome.Stopped.class);
        assertThat(engine.text("select string_agg(state || ' ' || page, ';') from migrate.partition"))
                .matches("waiting [1-9]\\d?");
        assertThat(engine.text("select status from migrate.batch_step_execution where step_name like 'worker%'"
                        + " order by step_execution_id limit 1"))
                .isEqualTo("STOPPED");
        assertThat(told()).isEmpty();

        engine.type.trap(new TracingJobType.Trap() {});
        engine.sql(STEER + "pause = false");
        assertThat(engine.run(engine.request(1, 1))).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.ask("select sum(read) from migrate.partition")).isEqualTo(ROWS);
    }

    @Test
    void a_paused_run_that_is_stopped_from_elsewhere_begins_no_page_either() throws Exception {
        pauseInFirstPage();
        EngineFixture.Beside run = engine.begin(engine.request(2, 2));
        awaitBraked("pause");
        long pages = engine.ask("select sum(page) from migrate.partition");

        engine.sql(STEER + "stop = true");

        assertThat(run.outcome()).isInstanceOf(Outcome.Stopped.class);
        assertThat(engine.ask("select sum(page) from migrate.partition")).isEqualTo(pages);
    }

    @Test
    void a_rate_makes_pages_small_and_is_kept_by_all_workers_together() throws Exception {
        throttle("rows-per-second: 900");

        assertThat(engine.run(engine.request(2, 2))).isInstanceOf(Outcome.Completed.class);

        assertThat(engine.ask("select sum(page) from migrate.partition")).isGreaterThan(33);
        assertThat(engine.ask("select rate::bigint from migrate.pace")).isEqualTo(900);
        assertThat(engine.ask("select (extract(epoch from max(page_at) - min(claimed_at)) * 1000)::bigint"
                        + " from migrate.partition"))
                .as("milliseconds that 3,000 rows took, a second's worth of which may have been made up for")
                .isGreaterThan(2_000);
    }

    @Test
    void a_brake_that_is_changed_by_hand_counts_at_once() throws Exception {
        throttle("rows-per-second: 1");
        EngineFixture.Beside run = engine.begin(engine.request(1, 1));
        awaitBraked("shop rows-per-second: 1 rows/s are allowed");

        engine.sql(STEER + "throttle = '{\"rows-per-second\": \"fast\"}'");
        awaitBraked(" pause: its throttle cannot be read: \"rows-per-second\" must be a whole number, not \"fast\"");
        engine.sql(STEER + "throttle = '{\"rows-per-second\": null}'");

        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.started).hasSize(1);
    }
}
