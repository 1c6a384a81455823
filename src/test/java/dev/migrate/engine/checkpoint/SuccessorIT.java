package dev.migrate.engine.checkpoint;

import static dev.migrate.engine.checkpoint.CounterTable.claim;
import static dev.migrate.engine.checkpoint.CounterTable.counting;
import static dev.migrate.engine.checkpoint.CounterTable.page;
import static dev.migrate.engine.checkpoint.CounterTable.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.migrate.database.SqlProblem;
import dev.migrate.engine.claim.Overtaken;
import dev.migrate.job.PageResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker that was taken for dead, and the one that has its partition now. */
@Timeout(30)
class SuccessorIT {

    /** Where in a page a worker is frozen, and comes back to life when its partition has gone on. */
    enum Seam {
        BEFORE_THE_PAGE,
        BEFORE_THE_TRANSACTION,
        WHEN_THE_ROW_IS_LOCKED,
        WHEN_THE_ROWS_ARE_WRITTEN,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private CounterTable table;
    private boolean frozen;

    @BeforeEach
    void make() throws Exception {
        table = new CounterTable();
    }

    @AfterEach
    void close() {
        table.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_comes_back_changes_nothing(Seam seam) throws Exception {
        CheckpointedPages zombie = table.checkpoints()
                .open(
                        claim(1, 0),
                        counting(
                                c -> freezeAt(seam, Seam.WHEN_THE_ROW_IS_LOCKED),
                                c -> freezeAt(seam, Seam.WHEN_THE_ROWS_ARE_WRITTEN)));
        table.seams.borrowed = c -> freezeAt(seam, Seam.BEFORE_THE_TRANSACTION);
        table.seams.beforeCommit = c -> freezeAt(seam, Seam.BEFORE_THE_COMMIT);
        table.seams.afterCommit = c -> freezeAt(seam, Seam.AFTER_THE_COMMIT);
        freezeAt(seam, Seam.BEFORE_THE_PAGE);

        Throwable failure = catchThrowable(() -> zombie.apply(page(1)));

        assertThat(frozen).isTrue();
        if (seam != Seam.AFTER_THE_COMMIT) {
            assertThat(SqlProblem.of(failure) == SqlProblem.PASSING || failure instanceof Overtaken)
                    .isTrue();
        }
        assertThat(catchThrowable(() -> zombie.apply(page(2)))).isInstanceOf(Overtaken.class);
        assertThat(table.counts()).isEqualTo("1111000000");
        assertThat(table.checkpoint()).isEqualTo("2 2 [\"4\"]");
    }

    private void freezeAt(Seam chosen, Seam here) throws Exception {
        if (chosen == here && !frozen) {
            frozen = true;
            CheckpointedPages successor = table.checkpoints().open(claim(2, 0), counting());
            successor.apply(page(1));
            successor.apply(page(2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_frozen_predecessor_is_ended_whether_it_has_moved_its_checkpoint_or_not(boolean moved) throws Exception {
        table.work(1, 0, 1);
        try (Connection frozen = predecessor(1)) {
            execute(frozen, "update counter set n = n + 1");
            if (moved) {
                execute(frozen, "update migrate.checkpoint set page = 2, position = '[\"4\"]', result = '{}'");
            }

            table.work(2, 1, 2);

            assertThat(table.counts()).isEqualTo("1111000000");
            assertThat(table.checkpoint()).isEqualTo("2 2 [\"4\"]");
            assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
        }
    }

    /** What it has not locked the row for can only fail; nobody waits for its session to find out. */
    @Test
    void a_predecessor_that_has_just_begun_is_ended_too() throws Exception {
        table.work(1, 0, 1);
        try (Connection begun = table.session()) {
            begun.setAutoCommit(false);
            execute(begun, "set local application_name = 'migrate 3f2a9c01 12/7/1'");

            table.work(2, 1, 2);

            await().untilAsserted(() -> assertThat(table.ask(
                            "select count(*) from pg_stat_activity where application_name like 'migrate 3f2a9c01 %'"))
                    .isEqualTo("0"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrate 3f2a9c01 12/7/2",
                "migrate 3f2a9c01 12/7/10",
                "migrate 3f2a9c01 12/77/1",
                "migrate 3f2a9c02 12/7/1",
                "migrate presence"
            })
    void other_sessions_are_left_alone(String name) throws Exception {
        try (Connection other = table.session()) {
            other.setAutoCommit(false);
            execute(other, "set local application_name = '" + name + "'");

            table.work(2, 0, 1);

            execute(other, "select 1");
            other.commit();
        }
    }

    /** Had the position been read before the fence was there, this page would be done twice, or the claim fail in vain. */
    @Test
    void a_page_that_a_predecessor_commits_while_it_is_fenced_is_seen() throws Exception {
        table.work(1, 0, 1);
        try (Connection slow = table.session()) {
            slow.setAutoCommit(false);
            execute(slow, "select 1 from migrate.checkpoint for update");
            execute(slow, "update counter set n = n + 1 where id in (3, 4)");
            execute(slow, "update migrate.checkpoint set page = 2, position = '[\"4\"]'");
            CheckpointedPages successor = whileItWaits(slow);

            assertThat(successor.firstEnd()).hasValue(CounterTable.end(2));
            assertThat(successor.apply(page(2))).isEqualTo(result());
            assertThat(table.counts()).isEqualTo("1111000000");
        }
    }

    /** Opens the partition, and commits the predecessor when the opening waits for it. */
    private CheckpointedPages whileItWaits(Connection predecessor) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<CheckpointedPages> opening =
                    other.submit(() -> table.checkpoints().open(claim(2, 1), counting()));
            await().until(() -> table.ask("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and application_name = 'migrate 3f2a9c01 12/7/2'")
                    .equals("1"));
            predecessor.commit();
            return opening.get();
        } finally {
            other.shutdown();
        }
    }

    @Test
    void a_lower_fence_is_told_when_it_opens() throws Exception {
        table.work(2, 0, 1);

        assertThatThrownBy(() -> table.checkpoints().open(claim(1, 0), counting()))
                .isInstanceOf(Overtaken.class);
        assertThat(table.checkpoint()).isEqualTo("2 1 [\"2\"]");
    }

    @Test
    void a_commit_that_was_not_heard_of_counts_once() throws Exception {
        CheckpointedPages pages = table.checkpoints().open(claim(1, 0), counting());
        table.seams.afterCommit = c -> {
            throw new SQLException("connection lost", "08006");
        };
        assertThatThrownBy(() -> pages.apply(page(1))).hasMessage("connection lost");
        table.seams.afterCommit = c -> {};

        PageResult replayed = table.work(2, 0, 1);

        assertThat(replayed).isEqualTo(result());
        assertThat(table.counts()).isEqualTo("1100000000");
    }

    @Test
    void a_commit_that_never_arrived_is_made_up_for() throws Exception {
        CheckpointedPages pages = table.checkpoints().open(claim(1, 0), counting());
        table.seams.beforeCommit = c -> {
            throw new SQLException("connection lost", "08006");
        };
        assertThatThrownBy(() -> pages.apply(page(1))).hasMessage("connection lost");
        table.seams.beforeCommit = c -> {};

        table.work(2, 0, 1);

        assertThat(table.counts()).isEqualTo("1100000000");
    }

    @Test
    void a_page_can_be_cut_in_the_middle() throws Exception {
        Checkpoints checkpoints = table.checkpoints();
        CheckpointedPages pages =
                checkpoints.open(claim(1, 0), counting(c -> {}, c -> execute(c, "select pg_sleep(60)")));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<PageResult> page = other.submit(() -> pages.apply(page(1)));
            await().until(() -> table.ask("select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
                            + " and application_name = 'migrate 3f2a9c01 12/7/1'")
                    .equals("1"));

            checkpoints.abortPages();

            assertThatThrownBy(page::get)
                    .satisfies(e -> assertThat(SqlProblem.of(e)).isEqualTo(SqlProblem.PASSING));
            table.work(2, 0, 1);
            assertThat(table.counts()).isEqualTo("1100000000");
        } finally {
            other.shutdown();
        }
    }

    /** As the role of the successor may not end the predecessor's session, only that one's own time-out does. */
    @Test
    void a_predecessor_of_another_role_ends_by_itself() throws Exception {
        table.work(1, 0, 1);
        try (Connection frozen = predecessor(1);
                GuestDatabases guest = new GuestDatabases(table)) {
            execute(frozen, "set local idle_in_transaction_session_timeout = '1s'");

            new Checkpoints(guest, () -> CounterTable.REPOSITORY, Duration.ofMillis(300))
                    .open(claim(2, 1), counting())
                    .apply(page(2));
        }
        assertThat(table.counts()).isEqualTo("1111000000");
    }

    @Test
    void a_predecessor_that_does_not_end_is_told_of_and_may_end_later() throws Exception {
        table.work(1, 0, 1);
        try (Connection frozen = predecessor(1);
                GuestDatabases guest = new GuestDatabases(table)) {
            Checkpoints checkpoints = new Checkpoints(guest, () -> CounterTable.REPOSITORY, Duration.ofMillis(20));

            assertThatThrownBy(() -> checkpoints.open(claim(2, 1), counting()))
                    .hasMessage(
                            "partition 7 cannot be opened on database \"target\", for a worker before it still has a"
                                    + " session there, of user postgres, which this worker's user may not end: let all workers"
                                    + " use one user, or grant it pg_signal_backend")
                    .satisfies(e -> assertThat(SqlProblem.of(e)).isEqualTo(SqlProblem.PASSING));

            frozen.rollback();
            checkpoints.open(claim(3, 1), counting()).apply(page(2));
        }
        assertThat(table.counts()).isEqualTo("1111000000");
    }

    @Test
    void a_lock_that_is_not_a_workers_is_told_of() throws Exception {
        table.work(1, 0, 1);
        try (Connection person = table.session()) {
            person.setAutoCommit(false);
            execute(person, "select 1 from migrate.checkpoint for update");
            Checkpoints checkpoints =
                    new Checkpoints(table.databases, () -> CounterTable.REPOSITORY, Duration.ofMillis(20));

            assertThatThrownBy(() -> checkpoints.open(claim(2, 1), counting()))
                    .hasMessage("partition 7 cannot be opened on database \"target\", for a session that is not a"
                            + " worker's has locked its row in migrate.checkpoint: end that session");
        }
    }

    /** A session in the middle of a page, as a worker that was frozen leaves it. */
    private Connection predecessor(long fence) throws SQLException {
        Connection session = table.session();
        session.setAutoCommit(false);
        execute(session, "set local application_name = 'migrate 3f2a9c01 12/7/" + fence + "'");
        execute(session, "select 1 from migrate.checkpoint for update");
        return session;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
