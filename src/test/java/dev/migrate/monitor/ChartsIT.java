package dev.migrate.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.migrate.database.RepositorySchema;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.monitor.history.LogEntry;
import dev.migrate.monitor.pace.ThroughputPoint;
import dev.migrate.monitor.partition.MapCell;
import dev.migrate.monitor.partition.SlowPartition;
import dev.migrate.monitor.row.Numbered;
import dev.migrate.monitor.total.JobTotals;
import dev.migrate.monitor.worker.Brake;
import dev.migrate.monitor.worker.Held;
import dev.migrate.monitor.worker.LiveWorker;
import dev.migrate.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run as it is watched while it goes on. */
class ChartsIT {

    private static final TestDatabases DATABASES = new TestDatabases("repository");
    private static final DataSource REPOSITORY = DATABASES.dataSource(new DatabaseName("repository"));
    private static final long INSTANCE = 7;
    private static final long EXECUTION = 12;

    private final Explorer explorer = new Explorer(REPOSITORY);
    private final Charts charts = new Charts(REPOSITORY);
    private final Connection presence = connection();

    private static Connection connection() {
        try {
            return REPOSITORY.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void make_the_tables() {
        RepositorySchema.migrate(REPOSITORY);
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    /** Execution 12 goes on where 11 had stopped: partitions on two shards, by a manager, one worker and one that idles. */
    @BeforeEach
    void tell_a_story() throws SQLException {
        execute("""
                truncate migrate.batch_job_instance, migrate.run, migrate.worker, migrate.partition, migrate.finding,
                    migrate.failed_row, migrate.steering, migrate.braked, migrate.reading, migrate.declined
                restart identity cascade;
                insert into migrate.batch_job_instance values (7, 0, 'check', 'a');
                insert into migrate.batch_job_execution
                    (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_message)
                values
                    (11, 1, 7, '2026-01-31 10:00:00', '2026-01-31 10:00:00', '2026-01-31 10:00:04', 'STOPPED', 'stopped by hand'),
                    (12, 1, 7, '2026-01-31 11:00:00', '2026-01-31 11:00:00', null, 'STARTED', null);
                insert into migrate.run (instance_id, job, parameters, number, definition_hash, execution_id, running,
                    manager, manager_since, manager_number, estimated_rows)
                values (7, 'check', '{}', 1, 'c0ffee', 12, true, 'pid 1 on here', now() - interval '100 s', 1, 100000);
                insert into migrate.worker (host, pid, threads)
                values ('here', 1, 0), ('here', 2, 4), ('there', 3, 8), ('gone', 4, 8);
                insert into migrate.declined values (3, 7, 'it knows no job check');
                insert into migrate.batch_step_execution (step_execution_id, version, step_name, job_execution_id,
                    create_time, start_time, last_updated, status, commit_count, read_count)
                select n, 0, 'worker:' || n, 12, now(), now(), now(), 'STARTED', 1, 1000 from generate_series(1, 8) n;
                insert into migrate.partition (instance_id, number, database, lower, upper, state, step_execution_id,
                    worker, page, read, different, failed, page_ms, slowest_page_ms, claimed_at, page_at)
                select 7, n, case n % 2 when 1 then 'a' else 'b' end,
                       case when n > 2 then jsonb_build_array((n - 2)::text, repeat('x', 100)) end,
                       case when n < 7 then jsonb_build_array(n::text, repeat('x', 100)) end,
                       case when n < 5 then 'done' when n = 5 then 'failed' when n < 8 then 'claimed' else 'waiting' end, n,
                       case when n in (6, 7) then 2 end, 3, 10000, 1, 2, 2000 + n, 900,
                       clock_timestamp() - interval '40 s', clock_timestamp() - interval '20 s'
                from generate_series(1, 8) n;
                insert into migrate.reading (instance_id, at, rows, partitions)
                select 7, clock_timestamp() - (95 - n * 5) * interval '1 s', 60000 + n * 1000, n
                from generate_series(0, 19) n where n < 19;
                """);
        try (Statement statement = presence.createStatement()) {
            statement.execute("select pg_advisory_lock(x'6d696772'::int, n) from generate_series(1, 3) n");
        }
    }

    @AfterEach
    void leave() throws SQLException {
        try (Statement statement = presence.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        }
        presence.close();
    }

    private static void execute(String sql) {
        DATABASES.execute("repository", sql);
    }

    private static void brake(int worker) {
        execute("insert into migrate.braked (worker, instance_id, database, brake, reason) values (" + worker
                + ", 7, 'a', 'max-replication-lag', 'replica lags 12 s')");
    }

    @Test
    void knows_what_each_worker_holds_and_who_does_not_work_and_why() {
        List<LiveWorker> workers = explorer.progress(EXECUTION).workers();
        assertThat(workers)
                .extracting(LiveWorker::host, LiveWorker::threads, LiveWorker::partitions, LiveWorker::declined)
                .containsExactly(tuple("here", 4, 2, null), tuple("there", 8, 0, "it knows no job check"));
        Held held = workers.get(0).held().get(0);
        assertThat(held.partition().number()).isEqualTo(6);
        assertThat(held.seconds()).isCloseTo(40, within(5.0));
        assertThat(held.rowsPerSecond()).isBetween(20L, 26L);
    }

    @Test
    void measures_the_rate_and_the_time_left_by_readings_of_this_execution() {
        execute("insert into migrate.reading (instance_id, at, rows, partitions) values (7, '2026-01-31', 0, 0)");
        Progress progress = explorer.progress(EXECUTION);
        assertThat(progress.pace().perSecond()).isBetween(100.0, 400.0);
        assertThat(progress.pace().eta()).isNotNull().satisfies(eta -> {
            assertThat(eta.from().toSeconds()).isBetween(20L, 200L);
            assertThat(eta.to()).isGreaterThanOrEqualTo(eta.from());
        });
    }

    @Test
    void a_run_that_is_paused_stopped_or_without_its_manager_has_no_end_in_sight() throws SQLException {
        execute("update migrate.run set pause = true");
        assertThat(explorer.progress(EXECUTION).status()).isEqualTo("PAUSED");
        assertThat(explorer.progress(EXECUTION).hold()).hasValue("paused");
        assertThat(explorer.progress(EXECUTION).pace().eta()).isNull();
        assertThat(explorer.progress(11).status()).isEqualTo("STOPPED");
        assertThat(explorer.executions(1).get(0).status()).isEqualTo("PAUSED");

        execute("update migrate.run set pause = false, stop = true");
        assertThat(explorer.progress(EXECUTION).hold()).hasValue("stopping");
        assertThat(explorer.progress(EXECUTION).pace().eta()).isNull();

        execute("update migrate.run set stop = false, manager_number = 4");
        assertThat(explorer.progress(EXECUTION).pace().perSecond()).isNull();
    }

    @Test
    void a_brake_holds_only_who_is_alive() {
        brake(4);
        assertThat(explorer.progress(EXECUTION).brakes()).isEmpty();
        brake(2);
        assertThat(explorer.progress(EXECUTION).brakes())
                .extracting(Brake::brake, Brake::reason, Brake::host, Brake::pid)
                .containsExactly(tuple("max-replication-lag", "replica lags 12 s", "here", 2L));
        assertThat(explorer.progress(EXECUTION).hold()).hasValue("held: replica lags 12 s");
    }

    @Test
    void a_brake_that_holds_a_whole_run_is_of_no_database() {
        execute("insert into migrate.braked (worker, instance_id, database, brake, reason)"
                + " values (2, 7, '', 'pause', 'the run is paused')");

        assertThat(explorer.progress(EXECUTION).brakes())
                .extracting(Brake::database, Brake::brake)
                .containsExactly(tuple(null, "pause"));
    }

    @Test
    void who_takes_far_longer_than_others_is_slow_unless_a_brake_holds_it() {
        List<SlowPartition> slowest = explorer.slowestPartitions(INSTANCE, 3);
        assertThat(slowest)
                .extracting(slow -> slow.state().partition().number(), SlowPartition::slow)
                .containsExactly(tuple(7, true), tuple(6, true), tuple(4, false));
        assertThat(slowest.get(0).seconds()).isCloseTo(22, within(5.0));
        assertThat(slowest.get(0).state().holder())
                .isNotNull()
                .satisfies(holder -> assertThat(holder.pid()).isEqualTo(2));

        brake(2);
        assertThat(explorer.slowestPartitions(INSTANCE, 1))
                .extracting(slow -> slow.state().partition().number(), SlowPartition::slow)
                .containsExactly(tuple(6, true));
        execute("update migrate.run set pause = true");
        assertThat(explorer.slowestPartitions(INSTANCE, 9)).noneMatch(SlowPartition::slow);
    }

    @Test
    void the_map_groups_neighbours_of_a_database() {
        List<MapCell> cells = charts.keySpaceMap(INSTANCE, 4);
        assertThat(cells)
                .extracting(MapCell::database, MapCell::from, MapCell::to, MapCell::slow)
                .containsExactly(
                        tuple(new DatabaseName("a"), 1, 3, false),
                        tuple(new DatabaseName("a"), 5, 7, true),
                        tuple(new DatabaseName("b"), 2, 4, false),
                        tuple(new DatabaseName("b"), 6, 8, true));
        MapCell last = cells.get(1);
        assertThat(last.counts().failed()).isEqualTo(1);
        assertThat(last.counts().claimed()).isEqualTo(1);
        assertThat(last.rows()).isEqualTo(20_000);
        assertThat(last.findings()).isEqualTo(2);
        assertThat(last.failedRows()).isEqualTo(4);
        assertThat(last.millis()).isEqualTo(4_012);
        assertThat(last.workers()).containsExactly("here:2");
        assertThat(last.keys()).isEqualTo("((3, " + "x".repeat(59) + "…), ∞)");
        assertThat(charts.keySpaceMap(INSTANCE, 400)).hasSize(8);
        assertThat(charts.keySpaceMap(8, 400)).isEmpty();
    }

    @Test
    void the_course_of_a_run_keeps_its_first_and_its_last_reading() {
        List<ThroughputPoint> all = charts.throughput(INSTANCE, 100);
        assertThat(all).hasSize(19);
        assertThat(all.get(0).rowsPerSecond()).isZero();
        assertThat(all.get(1).rowsPerSecond()).isBetween(190L, 210L);
        assertThat(charts.throughput(INSTANCE, 5))
                .hasSize(5)
                .startsWith(all.get(0))
                .satisfies(points ->
                        assertThat(points.get(4).at()).isEqualTo(all.get(18).at()));
        assertThat(charts.throughput(8, 5)).isEmpty();
    }

    @Test
    void what_was_asked_of_a_run_lies_between_begin_and_end_of_its_execution() {
        execute("insert into migrate.steering (instance_id, execution_id, verb, detail, by) values"
                + " (7, 11, 'throttle', 'rows-per-second=5', 'ann on here'), (7, 12, 'pause', null, 'bob on there')");
        assertThat(explorer.log(INSTANCE))
                .extracting(LogEntry::execution, LogEntry::event, LogEntry::by, LogEntry::detail)
                .containsExactly(
                        tuple(11L, "started", null, null),
                        tuple(11L, "throttle", "ann on here", "rows-per-second=5"),
                        tuple(11L, "ended", null, "STOPPED: stopped by hand"),
                        tuple(12L, "resumed", null, null),
                        tuple(12L, "pause", "bob on there", null));
        assertThat(explorer.log(INSTANCE))
                .allSatisfy(entry -> assertThat(entry.at()).isNotNull());
    }

    @Test
    void totals_are_those_of_the_runs_that_go_on_by_job() {
        brake(2);
        execute("update migrate.batch_step_execution set status = 'COMPLETED'");
        JobTotals totals = charts.totals().get(0);
        assertThat(totals.job()).isEqualTo("check");
        assertThat(totals.runs()).isEqualTo(1);
        assertThat(totals.rows().read()).isEqualTo(80_000);
        assertThat(totals.rows().failed()).isEqualTo(16);
        assertThat(totals.rowsPerSecond()).isBetween(100.0, 400.0);
        assertThat(totals.findings().different()).isEqualTo(8);
        assertThat(totals.partitions().done()).isEqualTo(4);
        assertThat(totals.pages()).isEqualTo(24);
        assertThat(totals.pageMillis()).isEqualTo(16_036);
        assertThat(totals.threads()).isEqualTo(2);
        assertThat(totals.braked()).isEqualTo(Map.of("max-replication-lag", 1L));
        execute("update migrate.run set running = false");
        assertThat(charts.totals()).isEmpty();
    }

    @Test
    void findings_and_rows_set_aside_are_read_in_pieces() {
        execute("""
                insert into migrate.finding (instance_id, partition, database, key, kind)
                select 7, 9 - n, 'a', json_build_object('id', n), 'missing' from generate_series(1, 5) n;
                insert into migrate.failed_row (instance_id, partition, key, error, attempts)
                select 7, n, json_build_object('id', n), 'no luck', 1 from generate_series(1, 3) n
                """);
        assertThat(explorer.findings(INSTANCE, 0, 2)).extracting(Numbered::id).containsExactly(1L, 2L);
        assertThat(explorer.findings(INSTANCE, 4, 2))
                .singleElement()
                .satisfies(last -> assertThat(last.row().key()).isEqualTo(Map.of("id", 5L)));
        assertThat(explorer.setAside(INSTANCE, 1, 9)).extracting(Numbered::id).containsExactly(2L, 3L);
    }

    @Test
    void a_run_that_has_come_to_rest_is_listed_with_what_it_noted_then() {
        assertThat(explorer.executions(1).get(0).rows()).isEqualTo(80_000);
        execute("update migrate.run set rows = 5, findings = 6, failed_rows = 7");
        assertThat(explorer.executions(2))
                .extracting("rows", "findings", "failedRows")
                .containsExactly(tuple(5L, 6L, 7L), tuple(5L, 6L, 7L));
    }
}
