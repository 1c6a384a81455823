package dev.migrate.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.migrate.database.RepositorySchema;
import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.SideRows;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.monitor.history.ExecutionRecord;
import dev.migrate.monitor.history.ExecutionSummary;
import dev.migrate.monitor.partition.PartitionCounts;
import dev.migrate.monitor.partition.PartitionState;
import dev.migrate.monitor.row.Retry;
import dev.migrate.monitor.row.SetAside;
import dev.migrate.monitor.worker.LiveWorker;
import dev.migrate.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplorerIT {

    private static final TestDatabases DATABASES = new TestDatabases("repository");
    private static final DataSource REPOSITORY = DATABASES.dataSource(new DatabaseName("repository"));
    private static final int RUNNING = 12;

    private final Explorer explorer = new Explorer(REPOSITORY);

    @BeforeAll
    static void make_the_tables() {
        RepositorySchema.migrate(REPOSITORY);
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    /** Instance 7 was run by execution 11, whose manager died, and is run by execution 12; instance 8 has nothing yet. */
    @BeforeEach
    void tell_a_story() {
        execute("""
                truncate migrate.batch_job_instance, migrate.run, migrate.worker, migrate.partition, migrate.finding,
                    migrate.failed_row
                restart identity cascade;
                insert into migrate.batch_job_instance values (7, 0, 'check', 'a'), (8, 0, 'other', 'b');
                insert into migrate.batch_job_execution
                    (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_message)
                values
                    (11, 1, 7, '2026-01-31 10:00:00', '2026-01-31 10:00:00.2', '2026-01-31 10:00:04', 'FAILED',
                     E'its manager was gone\\nat Somewhere.java:1'),
                    (12, 1, 7, '2026-01-31 11:00:00', '2026-01-31 11:00:00.1', null, 'STARTED',
                     E'org.example.LostException: it got lost\\nat Somewhere.java:1'),
                    (13, 1, 8, '2026-01-31 12:00:00', null, null, 'STARTING', null);
                insert into migrate.run (instance_id, job, parameters, number, definition_hash, execution_id, running,
                    manager, manager_since, manager_number, waits_for, estimated_rows)
                values
                    (7, 'check', '{"day": "x", "area": "north"}', 1, 'c0ffee', 12, true, 'pid 1 on here',
                     now() - interval '6 s', 3, 'no worker is there', 1000),
                    (8, 'other', '{}', 1, 'decaf', null, false, null, null, null, null, null);
                insert into migrate.worker (host, pid, threads) values ('here', 1, 8), ('gone', 2, 8), ('here', 1, 0);
                insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id,
                    create_time, start_time, last_updated, status, commit_count, read_count)
                values
                    (1, 0, 'manager', 11, '2026-01-31 10:00:00', '2026-01-31 10:00:00', '2026-01-31 10:00:04', 'FAILED', 9, 900),
                    (2, 0, 'worker:1', 11, '2026-01-31 10:00:00', '2026-01-31 10:00:00', '2026-01-31 10:00:04', 'COMPLETED', 2, 200),
                    (3, 0, 'worker:2', 11, '2026-01-31 10:00:00', '2026-01-31 10:00:00', '2026-01-31 10:00:04', 'FAILED', 1, 90),
                    (4, 0, 'worker:2', 12, '2026-01-31 11:00:00', '2026-01-31 11:00:00', '2026-01-31 11:00:07', 'STARTED', 1, 10),
                    (5, 0, 'worker:3', 12, '2026-01-31 11:00:00', '2026-01-31 11:00:00', '2026-01-31 11:00:07', 'FAILED', 0, 0),
                    (6, 0, 'worker:4', 12, '2026-01-31 11:00:00', null, null, 'STARTING', 0, 0);
                insert into migrate.partition (instance_id, number, database, lower, upper, state, step_execution_id,
                    worker, attempts, read, found, skipped, failed, written, missing, extra, different, broken, reason)
                values
                    (7, 1, 'source', null, '["100"]', 'done', 2, null, 1, 200, 5, 0, 0, 0, 2, 1, 3, 0, null),
                    (7, 2, 'source', '["100"]', '["200"]', 'claimed', 4, 1, 2, 100, 0, 3, 2, 9, 0, 0, 0, 0, null),
                    (7, 3, 'source', '["200"]', '["300"]', 'failed', 5, null, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'it broke'),
                    (7, 4, 'source', '["300"]', null, 'waiting', 6, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);
                insert into migrate.finding (instance_id, partition, database, key, kind, rule, columns)
                values
                    (7, 2, 'target', '{"id": 150}', 'extra', null, '{}'),
                    (7, 1, 'target', '{"id": 9007199254740993}', 'different', null,
                     '{"title": {"source": "a", "target": null}}'),
                    (7, 1, 'target', '{"id": 20, "region": "n"}', 'broken', 'likes', null);
                insert into migrate.failed_row (instance_id, partition, key, error, attempts)
                values
                    (7, 2, '{"id": 9007199254740993, "area": "2"}', 'no luck', 3),
                    (7, 2, '{"id": 170, "area": "n"}', 'none either', 1);
                """);
    }

    private static void execute(String sql) {
        DATABASES.execute("repository", sql);
    }

    @Test
    void adds_up_an_instance_over_all_its_executions() {
        Progress progress = explorer.progress(RUNNING);
        assertThat(progress.job()).isEqualTo("check");
        assertThat(progress.parameters()).containsExactly(Map.entry("area", "north"), Map.entry("day", "x"));
        assertThat(progress.status()).isEqualTo("STARTED");
        assertThat(progress.definition()).isEqualTo("c0ffee");
        assertThat(progress.rows()).isEqualTo(new Ledger(300, 290, 5, 3, 2, 9));
        assertThat(progress.findings()).isEqualTo(new FindingCounts(2, 1, 3, 0));
        assertThat(progress.partitions()).isEqualTo(new PartitionCounts(1, 1, 1, 1));
        assertThat(progress.percent()).hasValue(30);
    }

    @Test
    void knows_the_rows_of_two_sides_where_all_pages_counted_them() {
        execute("update migrate.partition set page = 1, source_rows = 10, target_rows = 12 where number < 3");
        assertThat(explorer.progress(RUNNING).sides()).isEqualTo(new SideRows(20, 24));

        execute("update migrate.partition set source_rows = null, target_rows = null where number = 1");
        assertThat(explorer.progress(RUNNING).sides()).isNull();
    }

    @Test
    void an_earlier_execution_has_its_own_status_and_the_numbers_of_all() {
        Progress earlier = explorer.progress(11);
        assertThat(earlier.status()).isEqualTo("FAILED");
        assertThat(earlier.rows()).isEqualTo(explorer.progress(RUNNING).rows());
    }

    @Test
    void a_worker_without_its_lock_is_not_alive_and_time_stands_still_with_it() {
        Progress progress = explorer.progress(RUNNING);
        assertThat(progress.workers()).isEmpty();
        assertThat(progress.manager()).isEqualTo(new ManagerState("pid 1 on here", false));
        assertThat(progress.waitsFor()).isEqualTo("no worker is there");
        assertThat(progress.seconds()).isEqualTo(4 + 7);
    }

    @Test
    void a_worker_with_its_lock_is_alive_and_time_goes_on() throws SQLException {
        try (Connection presence = REPOSITORY.getConnection();
                Statement statement = presence.createStatement()) {
            statement.execute("select pg_advisory_lock(x'6d696772'::int, 1), pg_advisory_lock(x'6d696772'::int, 3)");
            Progress progress = explorer.progress(RUNNING);
            assertThat(progress.workers())
                    .extracting(LiveWorker::host, LiveWorker::pid, LiveWorker::partitions)
                    .containsExactly(tuple("here", 1L, 1));
            assertThat(progress.workersAtWork()).isEqualTo(1);
            assertThat(progress.manager().alive()).isTrue();
            assertThat(progress.seconds()).isCloseTo(4 + 6, within(1.5));
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    @Test
    void an_instance_without_a_plan_has_nothing_to_tell() {
        Progress progress = explorer.progress(13);
        assertThat(progress.rows()).isEqualTo(Ledger.NONE);
        assertThat(progress.partitions().total()).isZero();
        assertThat(progress.percent()).isEmpty();
        assertThat(progress.seconds()).isZero();
    }

    @Test
    void lists_executions_the_newest_first() {
        List<ExecutionSummary> executions = explorer.executions(2);
        assertThat(executions).extracting(ExecutionSummary::execution).containsExactly(13L, 12L);
        assertThat(executions.get(1).rows()).isEqualTo(300);
        assertThat(executions.get(1).findings()).isEqualTo(6);
        assertThat(executions.get(0).started()).isNull();
        assertThat(explorer.executions(10)).hasSize(3).last().satisfies(first -> {
            assertThat(first.rows()).isEqualTo(300);
            assertThat(first.seconds()).isEqualTo(4);
        });
    }

    @Test
    void history_shows_which_attempts_went_on_from_where_an_earlier_one_had_stopped() {
        List<ExecutionRecord> history = explorer.history(7);
        assertThat(history).hasSize(2);
        assertThat(history).extracting(ExecutionRecord::reason).containsExactly("its manager was gone", "it got lost");
        assertThat(history)
                .extracting(
                        ExecutionRecord::execution,
                        ExecutionRecord::attempts,
                        ExecutionRecord::resumed,
                        ExecutionRecord::rows)
                .containsExactly(tuple(11L, 2L, 0L, 290L), tuple(12L, 2L, 1L, 10L));
    }

    @Test
    void tells_why_partitions_failed() {
        List<PartitionState> failed = explorer.failedPartitions(7, 10);
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).partition().number()).isEqualTo(3);
        assertThat(failed.get(0).partition().range()).isEqualTo(new KeyRange(KeyValue.of(200), KeyValue.of(300)));
        assertThat(failed.get(0).reason()).isEqualTo("it broke");
        assertThat(explorer.failedPartitions(7, 0)).isEmpty();
    }

    @Test
    void lists_partitions_in_pieces() {
        assertThat(explorer.partitions(7, 0, 3))
                .extracting(state -> state.partition().number())
                .containsExactly(1, 2, 3);
        assertThat(explorer.partitions(7, 3, 3))
                .extracting(PartitionState::state)
                .containsExactly("waiting");
        assertThat(explorer.partitions(7, 4, 3)).isEmpty();
    }

    @Test
    void streams_findings_in_the_order_of_partitions() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        explorer.findings(7, findings::add);
        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.DIFFERENT, Finding.Kind.BROKEN, Finding.Kind.EXTRA);
        assertThat(findings.get(0).key()).isEqualTo(Map.of("id", 9_007_199_254_740_993L));
        assertThat(findings.get(0).columns().get("title"))
                .containsEntry("source", "a")
                .containsEntry("target", null);
        assertThat(findings.get(1).rule()).isEqualTo("likes");
        assertThat(findings.get(2).key()).isEqualTo(Map.of("id", 150L));
    }

    @Test
    void streams_rows_that_were_set_aside_with_the_database_that_they_are_on() throws SQLException {
        List<SetAside> rows = new ArrayList<>();
        explorer.setAside(7, rows::add);
        assertThat(rows).extracting(SetAside::database).containsOnly(new DatabaseName("source"));
        assertThat(rows.get(0).row())
                .isEqualTo(new FailedRow(Map.of("id", 9_007_199_254_740_993L, "area", "2"), "no luck", 3));
        assertThat(rows.get(0).row().key().keySet()).containsExactly("id", "area");
        assertThat(explorer.firstSetAside(7, 1)).containsExactly(rows.get(0));
        assertThat(explorer.firstSetAside(8, 1)).isEmpty();
    }

    @Test
    void knows_a_retry_by_the_run_whose_rows_it_does_again() {
        assertThat(explorer.retries(7)).isEmpty();
        assertThat(explorer.progress(13).retryOf()).isNull();
        execute("update migrate.run set retry_of = 7 where instance_id = 8;"
                + " update migrate.partition set instance_id = 8, failed = 1 where number = 1");
        assertThat(explorer.retries(7)).containsExactly(new Retry(13, "STARTING", 1, 1, 1));
        assertThat(explorer.progress(13).retryOf()).isEqualTo(12);
        assertThat(explorer.executions(1)).singleElement().satisfies(retry -> {
            assertThat(retry.retryOf()).isEqualTo(12);
            assertThat(retry.failedRows()).isEqualTo(1);
        });
    }

    @Test
    void stops_when_the_reader_has_enough() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        explorer.findings(7, finding -> {
            findings.add(finding);
            return false;
        });
        assertThat(findings).hasSize(1);
        assertThat(explorer.firstFindings(7, 2)).hasSize(2);
    }

    @Test
    void names_the_newest_executions_to_who_asks_for_another() {
        assertThatExceptionOfType(UserMistake.class)
                .isThrownBy(() -> explorer.progress(99))
                .withMessage("there is no execution 99; the newest are 13 (other), 12 (check), 11 (check)");
        execute("truncate migrate.batch_job_instance cascade");
        assertThatExceptionOfType(UserMistake.class)
                .isThrownBy(() -> explorer.progress(99))
                .withMessage("there is no execution 99; nothing has run yet");
    }
}
