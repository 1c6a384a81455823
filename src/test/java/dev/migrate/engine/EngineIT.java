package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.channel.LocalTransport;
import dev.migrate.engine.channel.PostgresTransport;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import dev.migrate.job.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs: 4,000 rows in pages of 100, every tenth row found. */
@ParameterizedClass
@ValueSource(strings = {PostgresTransport.NAME, LocalTransport.NAME})
class EngineIT {

    private static final int ROWS = 4_000;

    @TempDir
    Path directory;

    private final String transport;
    private EngineFixture engine;

    EngineIT(String transport) {
        this.transport = transport;
    }

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, ROWS);
        engine.transport = transport;
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void looks_at_every_row_once_and_the_ledger_adds_up() throws Exception {
        Outcome outcome = engine.run(engine.request(8));

        assertThat(outcome).isEqualTo(new Outcome.Completed(outcome.execution(), ROWS / 10, 0));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertEverythingWasDoneOnce();
        assertThat(engine.ask("select count(*) from migrate.partition where state = 'done' and attempts = 1"))
                .isEqualTo(8);
    }

    @Test
    void spring_batch_s_tables_tell_what_came_of_it() throws Exception {
        Outcome outcome = engine.run(engine.request(8));

        assertThat(engine.text("select status from migrate.batch_job_execution"))
                .isEqualTo("COMPLETED");
        assertThat(engine.ask("select count(*) from migrate.batch_step_execution where step_name like 'worker:%'"
                        + " and status = 'COMPLETED' and end_time is not null"))
                .isEqualTo(8);
        assertThat(engine.ask(
                        "select sum(read_count) from migrate.batch_step_execution where step_name like 'worker:%'"))
                .isEqualTo(ROWS);
        assertThat(Objects.requireNonNull(engine.first.jobs.getJobExecution(outcome.execution()))
                        .getStepExecutions())
                .hasSize(9);
    }

    @Test
    void says_that_it_is_complete_when_asked_again_and_changes_nothing() throws Exception {
        Outcome first = engine.run(engine.request(4));
        Outcome again = engine.run(engine.request(4));

        assertThat(again).isInstanceOf(Outcome.AlreadyComplete.class);
        assertThat(again.execution()).isEqualTo(first.execution());
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(engine.ask("select count(*) from migrate.batch_job_execution"))
                .isEqualTo(1);
    }

    @Test
    void begins_anew_with_reset() throws Exception {
        engine.run(engine.request(4));
        Outcome anew = engine.run(engine.anew(5, 2));

        assertThat(anew).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.ask("select max(number) from migrate.run")).isEqualTo(2);
        assertThat(engine.ask("select count(*) from migrate.partition")).isEqualTo(9);
        assertThat(engine.run(engine.request(5)).execution()).isEqualTo(anew.execution());
    }

    @Test
    void refuses_a_job_file_that_has_changed() throws Exception {
        engine.run(engine.request(4));
        Files.writeString(engine.jobFile(), "# changed\n" + Files.readString(engine.jobFile()));

        assertThatThrownBy(() -> engine.run(engine.request(4)))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("trace.yml")
                .hasMessageContaining("has changed")
                .hasMessageContaining("--reset");
    }

    @Test
    void a_failing_partition_does_not_hold_up_the_others_and_resumes_from_its_last_page() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (partition.number() == 2 && page.number() == 4) {
                    throw new IllegalStateException("the row is cursed");
                }
            }
        });
        Outcome failed = engine.run(engine.request(4));

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.sentence()).contains("1 partition failed", "partition 2", "the row is cursed");
        assertThat(engine.ask("select count(*) from migrate.partition where state = 'done'"))
                .isEqualTo(3);
        assertThat(engine.ask("select page from migrate.partition where number = 2"))
                .isEqualTo(3);

        int before = engine.type.pages().size();
        engine.type.trap(new TracingJobType.Trap() {});
        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.type.pages().subList(before, engine.type.pages().size()))
                .extracting(Page::number)
                .containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertEverythingWasDoneOnce();
    }

    @Test
    void tries_again_after_an_error_that_passes() throws Exception {
        AtomicInteger deadlocks = new AtomicInteger();
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void after(Partition partition, Page page) throws SQLException {
                if (page.number() == 3 && deadlocks.incrementAndGet() <= 2) {
                    throw new SQLException("deadlock detected", "40P01");
                }
            }
        });

        assertThat(engine.run(engine.request(2))).isInstanceOf(Outcome.Completed.class);
        assertEverythingWasDoneOnce();
        assertThat(engine.ask("select count(*) from migrate.batch_step_execution where status = 'FAILED'"
                        + " and exit_message = 'deadlock detected'"))
                .isEqualTo(2);
    }

    @Test
    void gives_a_partition_up_after_three_attempts_without_a_page() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) throws SQLException {
                if (partition.number() == 1) {
                    throw new SQLException("deadlock detected", "40P01");
                }
            }
        });

        Outcome outcome = engine.run(engine.request(4));

        assertThat(outcome.sentence()).contains("partition 1", "deadlock detected");
        assertThat(engine.ask("select attempts from migrate.partition where number = 1"))
                .isEqualTo(3);
        assertThat(engine.ask("select count(*) from migrate.partition where state = 'done'"))
                .isEqualTo(3);
    }

    @Test
    void stops_after_the_pages_in_hand_and_goes_on_from_there() throws Exception {
        Wakeup wakeup = new Wakeup();
        StopSignal stop = new StopSignal(wakeup);
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (page.number() == 2) {
                    stop.request();
                    engine.sql("update migrate.run set stop = true");
                }
            }
        });
        Outcome stopped = engine.run(engine.request(4), wakeup, stop);

        assertThat(stopped).isInstanceOf(Outcome.Stopped.class);
        assertThat(stopped.exitCode()).isEqualTo(4);
        assertThat(engine.text("select status from migrate.batch_job_execution"))
                .isEqualTo("STOPPED");
        assertThat(engine.ask("select count(*) from migrate.partition where state = 'waiting'"))
                .isEqualTo(4);
        assertThat(engine.ask(
                        "select count(*) from migrate.batch_step_execution where status in ('STARTED', 'STOPPING')"))
                .isZero();
        long pages = engine.ask("select sum(page) from migrate.partition");
        assertThat(pages).isBetween(2L, 4L);

        int before = engine.type.pages().size();
        engine.type.trap(new TracingJobType.Trap() {});
        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        assertThat((long) engine.type.pages().size() - before).isEqualTo(40 - pages);
        assertEverythingWasDoneOnce();
    }

    @Test
    void a_second_manager_is_told_who_has_it() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Outcome[] second = new Outcome[1];
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) throws Exception {
                if (asked.getAndIncrement() == 0) {
                    second[0] = engine.run(engine.request(4));
                }
            }
        });

        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        assertThat(second[0]).isInstanceOf(Outcome.RunningElsewhere.class);
        assertThat(second[0].exitCode()).isEqualTo(1);
        assertThat(second[0].sentence())
                .contains(
                        "Execution " + engine.started.get(0),
                        "pid " + ProcessHandle.current().pid());
        assertEverythingWasDoneOnce();
    }

    @Test
    void runs_just_the_partition_that_was_asked_for() throws Exception {
        assertThat(engine.run(engine.only(4, 3))).isInstanceOf(Outcome.Stopped.class);
        assertThat(engine.ask("select number from migrate.partition where state = 'done'"))
                .isEqualTo(3);
        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        assertEverythingWasDoneOnce();
    }

    @Test
    void takes_over_from_a_manager_that_died_and_leaves_its_history() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (page.number() == 5) {
                    throw new IllegalStateException("not now");
                }
            }
        });
        engine.run(engine.request(4));
        engine.type.trap(new TracingJobType.Trap() {});
        // What a manager leaves behind that was killed: an execution that never ended, partitions claimed by nobody
        // alive.
        engine.sql("update migrate.batch_job_execution set status = 'STARTED', end_time = null");
        engine.sql("update migrate.batch_step_execution set status = 'STARTED', end_time = null");
        engine.sql("update migrate.partition set state = 'claimed', worker = (select min(id) from migrate.worker)");
        engine.sql("update migrate.run set running = true");

        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        assertEverythingWasDoneOnce();
        assertThat(engine.ask("select count(*) from migrate.batch_job_execution where status = 'FAILED'"
                        + " and end_time is not null and exit_message = 'its manager was gone'"))
                .isEqualTo(1);
        assertThat(engine.ask("select count(*) from migrate.batch_step_execution where status = 'FAILED'"
                        + " and exit_message like 'pid % was gone'"))
                .isEqualTo(4);
    }

    @Test
    void an_empty_table_is_complete_at_once() throws Exception {
        engine.databases.execute("shop", "truncate item");

        Outcome outcome = engine.run(engine.request(4));

        assertThat(outcome).isEqualTo(new Outcome.Completed(outcome.execution(), 0, 0));
        assertThat(outcome.exitCode()).isZero();
    }

    private void assertEverythingWasDoneOnce() {
        assertThat(engine.ask("select sum(read) from migrate.partition")).isEqualTo(ROWS);
        assertThat(engine.ask("select count(*) from migrate.finding")).isEqualTo(ROWS / 10);
        assertThat(engine.ask("select count(distinct key::text) from migrate.finding"))
                .isEqualTo(ROWS / 10);
        assertThat(engine.ask("select count(*) from migrate.partition where state <> 'done'"))
                .isZero();
    }
}
