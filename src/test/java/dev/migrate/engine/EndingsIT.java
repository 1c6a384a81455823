package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import dev.migrate.job.UserMistake;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How runs end that do not go well, what is stored of it, and what the next one makes of it. */
class EndingsIT {

    private static final String JOB_MESSAGE =
            "select exit_message from migrate.batch_job_execution order by job_execution_id limit 1";
    private static final String MANAGER_MESSAGE =
            "select exit_message from migrate.batch_step_execution where step_name = 'manager'";

    @TempDir
    Path directory;

    private EngineFixture engine;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 800);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void a_stop_is_stored_in_a_sentence() throws Exception {
        Outcome stopped = stoppedAtOnce();

        assertThat(stopped.sentence()).contains("4 partitions are left to do");
        assertThat(engine.text(JOB_MESSAGE)).isEqualTo("4 partitions are left to do");
        assertThat(engine.text(MANAGER_MESSAGE)).isEqualTo("4 partitions are left to do");
    }

    @Test
    void a_stop_that_was_asked_for_before_the_plan_leaves_everything_to_do() throws Exception {
        assertThat(stoppedAtOnce()).isInstanceOf(Outcome.Stopped.class);

        assertThat(engine.type.pages()).isEmpty();
        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void a_stop_that_comes_from_elsewhere_while_the_plan_is_made_is_not_lost() throws Exception {
        engine.whenStarted = () -> engine.sql("update migrate.run set stop = true");

        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Stopped.class);
        assertThat(engine.type.pages()).isEmpty();
    }

    @Test
    void a_failure_is_stored_with_the_sentence_first() throws Exception {
        failInPartition2();
        engine.run(engine.request(4));

        String sentence = "1 partition failed; partition 2: the row is cursed";
        assertThat(engine.text(JOB_MESSAGE)).startsWith(sentence + System.lineSeparator());
        assertThat(engine.text(MANAGER_MESSAGE)).startsWith(sentence + System.lineSeparator());
    }

    @Test
    void an_error_while_a_partition_is_opened_fails_it_once_and_for_all() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void opening(Partition partition) {
                if (partition.number() == 2) {
                    throw new NoClassDefFoundError("a jar is missing");
                }
            }
        });

        Outcome outcome = engine.run(engine.request(4));

        assertThat(outcome.sentence()).contains("partition 2: a jar is missing");
        assertThat(engine.ask("select attempts from migrate.partition where number = 2"))
                .isEqualTo(1);
    }

    @Test
    void an_error_in_a_page_fails_its_partition() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (partition.number() == 2) {
                    throw new OutOfMemoryError("this page is too large");
                }
            }
        });

        assertThat(engine.run(engine.request(4)).sentence())
                .contains("partition 2: the ", "(this page is too large): give the job a smaller page-size");
    }

    @Test
    void a_reason_that_postgresql_cannot_store_as_it_is_ends_the_partition_too() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (partition.number() == 2) {
                    throw new IllegalStateException("bad\0bytes");
                }
            }
        });

        assertThat(engine.run(engine.request(4)).sentence()).contains("partition 2: bad bytes");
    }

    @Test
    void goes_on_though_spring_batch_called_the_last_end_unknown() throws Exception {
        failInPartition2();
        engine.run(engine.request(4));
        engine.type.trap(new TracingJobType.Trap() {});
        // What Spring Batch stores when the repository was away as the manager step ended.
        engine.sql("update migrate.batch_step_execution set status = 'UNKNOWN' where step_name = 'manager'");
        engine.sql("update migrate.batch_job_execution set status = 'UNKNOWN'");

        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.ask("select count(*) from migrate.batch_job_execution where status = 'UNKNOWN'"))
                .isZero();
    }

    @Test
    void a_run_whose_last_word_was_cut_off_is_complete_after_the_next() throws Exception {
        engine.run(engine.request(4));
        int pages = engine.type.pages().size();
        engine.sql("update migrate.batch_job_execution set status = 'STARTED', end_time = null");

        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.AlreadyComplete.class);
        assertThat(engine.type.pages()).hasSize(pages);
    }

    @Test
    void a_replaced_manager_says_so_and_leaves_its_successor_alone() throws Exception {
        Wakeup wakeup = new Wakeup();
        StopSignal stop = new StopSignal(wakeup);
        AtomicBoolean first = new AtomicBoolean(true);
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (first.getAndSet(false)) {
                    engine.sql("update migrate.run set epoch = epoch + 1");
                    stop.request();
                }
            }
        });

        Outcome outcome = engine.run(engine.request(4), wakeup, stop);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.sentence()).contains("another manager has taken this run over");
        assertThat(engine.ask("select count(*) from migrate.run where stop or not running"))
                .isZero();
    }

    @Test
    void a_process_that_is_cut_off_from_the_repository_ends_and_says_why() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (first.getAndSet(false)) {
                    engine.process.die();
                }
            }
        });

        Outcome outcome = engine.run(engine.request(4));

        assertThat(outcome.exitCode()).isEqualTo(1);
        engine.process.revive();
        engine.type.trap(new TracingJobType.Trap() {});
        assertThat(engine.run(engine.request(4))).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.ask("select sum(read) from migrate.partition")).isEqualTo(800);
    }

    @Test
    void a_partition_beyond_the_last_is_refused_before_anything_is_written() throws Exception {
        assertThatThrownBy(() -> engine.run(only(5)))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("--only=5")
                .hasMessageContaining("4 partitions");
        assertThat(engine.ask("select count(*) from migrate.batch_job_instance"))
                .isZero();
    }

    @Test
    void a_partition_beyond_the_last_of_an_old_plan_is_refused_too() throws Exception {
        engine.run(only(3));

        assertThatThrownBy(() -> engine.run(only(5))).isInstanceOf(UserMistake.class);
        assertThat(engine.ask("select count(*) from migrate.batch_job_execution"))
                .isEqualTo(1);
    }

    @Test
    void a_database_that_is_away_for_a_while_costs_one_attempt_only() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        AtomicInteger pauses = new AtomicInteger();
        engine.time.skipPauses(atMost -> {
            assertThat(engine.text("select reason from migrate.partition where reason is not null limit 1"))
                    .isEqualTo("waiting for database \"shop\" to answer: connection refused");
            if (pauses.incrementAndGet() == 20) {
                engine.first.databases.reconnect();
            }
        });
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) throws SQLException {
                if (first.getAndSet(false)) {
                    engine.first.databases.refuse("connection refused");
                    throw new SQLException("connection refused", "08001");
                }
            }
        });

        assertThat(engine.run(engine.request(1))).isInstanceOf(Outcome.Completed.class);
        assertThat(pauses).hasValue(20);
        assertThat(engine.ask("select attempts from migrate.partition")).isEqualTo(2);
    }

    @Test
    void a_stop_is_heeded_while_a_database_is_away() throws Exception {
        engine.time.skipPauses(atMost -> engine.sql("update migrate.run set stop = true"));
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) throws SQLException {
                engine.first.databases.refuse("connection refused");
                throw new SQLException("connection refused", "08001");
            }
        });

        assertThat(engine.run(engine.request(1))).isInstanceOf(Outcome.Stopped.class);
    }

    private Outcome stoppedAtOnce() throws Exception {
        Wakeup wakeup = new Wakeup();
        StopSignal stop = new StopSignal(wakeup);
        stop.request();
        return engine.run(engine.request(4), wakeup, stop);
    }

    private void failInPartition2() {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (partition.number() == 2) {
                    throw new IllegalStateException("the row is cursed");
                }
            }
        });
    }

    private RunRequest only(int number) {
        return engine.only(4, number);
    }
}
