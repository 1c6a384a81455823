package dev.migrate.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.database.RepositorySchema;
import dev.migrate.database.repository.Alive;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Execution 5, the newest of a run, whose manager is number 1; execution 4 is of the same run. */
class SteeringIT {

    private static final TestDatabases DATABASES = new TestDatabases("repository");
    private static final DataSource POOL = DATABASES.dataSource(new DatabaseName("repository"));
    private static final JdbcClient REPOSITORY = JdbcClient.create(POOL);
    private static final String GONE =
            " Its manager (pid 1 on db1) is gone: the command that began it, or restart 5, goes on with it, and abandon 5"
                    + " ends it for good.";

    private final Steering steering =
            new Steering(REPOSITORY, new TransactionTemplate(new JdbcTransactionManager(POOL)));

    @BeforeAll
    static void make_the_repository() {
        RepositorySchema.migrate(POOL);
    }

    @AfterAll
    static void close() {
        DATABASES.close();
    }

    @BeforeEach
    void a_run_that_goes_on() {
        execute("""
                truncate migrate.batch_job_instance, migrate.worker cascade;
                insert into migrate.batch_job_instance values (7, 0, 'check', 'a');
                insert into migrate.batch_job_execution
                    (job_execution_id, job_instance_id, version, create_time, end_time, status, exit_message)
                values (4, 7, 0, '2026-01-02 03:04:05', '2026-01-02 03:04:05', 'FAILED', ''),
                       (5, 7, 0, '2026-01-02 03:04:05', null, 'STARTED', '');
                insert into migrate.run (instance_id, job, parameters, number, definition_hash, execution_id, running, epoch,
                    manager, manager_number)
                values (7, 'check', '{}', 1, '', 5, true, 2, 'pid 1 on db1', 1);
                """);
    }

    @Test
    void one_that_is_not_there_is_told_with_those_that_are() {
        assertThatThrownBy(() -> steering.stop(6, "ann@desk"))
                .isInstanceOf(UserMistake.class)
                .hasMessage("there is no execution 6; the newest are 5 (check), 4 (check)");
    }

    @Test
    void one_that_is_not_the_newest_of_its_run_is_told_with_the_newest() {
        assertThat(steering.pause(4, "ann@desk"))
                .isEqualTo(new Steered.Refused(
                        "Execution 4 of check is not the newest of its run: execution 5 is, so type" + " pause 5."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop    | Execution 5 of check is not running: it is COMPLETED since 2026-01-02 03:04:05.",
                "pause   | Execution 5 of check is not running: it is COMPLETED since 2026-01-02 03:04:05.",
                "resume  | Execution 5 of check is not running: it is COMPLETED since 2026-01-02 03:04:05.",
                "abandon | Execution 5 of check is complete since 2026-01-02 03:04:05: there is nothing to abandon.",
                "brake   | Execution 5 of check is COMPLETED since 2026-01-02 03:04:05: there is nothing left to hold back."
            })
    void one_that_is_complete_is_left_as_it_is(String verb, String sentence) {
        execute("""
                update migrate.batch_job_execution set status = 'COMPLETED', end_time = '2026-01-02 03:04:05'
                where job_execution_id = 5;
                update migrate.run set running = false
                """);
        String before = everything();

        assertThat(ask(verb)).isEqualTo(new Steered.Refused(sentence));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_run_that_lives_is_stopped_once() {
        whileManaged(() -> {
            assertThat(ask("stop"))
                    .isEqualTo(new Steered.Done("Execution 5 of check stops: the pages in hand are finished, then it is"
                            + " STOPPED; the command that began it, or restart 5, goes on from there."));
            assertThat(holds("select stop from migrate.run")).isTrue();
            assertThat(ask("stop").sentence())
                    .startsWith("Execution 5 of check is stopping already, asked for since 20")
                    .endsWith(" by ann@desk.");
            assertThat(ask("pause").sentence())
                    .isEqualTo("Execution 5 of check is stopping: it can neither be paused nor resumed.");
        });
        assertThat(log()).containsExactly("5 stop null ann@desk");
    }

    @Test
    void a_stop_of_one_whose_manager_is_gone_says_what_ends_it() {
        assertThat(ask("stop").sentence())
                .isEqualTo("Execution 5 of check stops: workers that live finish their pages and give the rest back."
                        + GONE);
    }

    @Test
    void a_run_is_paused_once_and_resumed_once() {
        whileManaged(() -> {
            assertThat(ask("resume")).isEqualTo(new Steered.Refused("Execution 5 of check is not paused."));
            assertThat(ask("pause"))
                    .isEqualTo(new Steered.Done(
                            "Execution 5 of check is paused: the pages in hand are finished and nothing"
                                    + " new is begun; resume 5 lets it go on."));
            assertThat(ask("pause").sentence())
                    .startsWith("Execution 5 of check is paused already, since 20")
                    .endsWith(" by ann@desk; resume 5 lets it go on.");
            assertThat(holds("select pause from migrate.run")).isTrue();
            assertThat(ask("resume")).isEqualTo(new Steered.Done("Execution 5 of check goes on."));
            assertThat(holds("select pause from migrate.run")).isFalse();
        });
        assertThat(log()).containsExactly("5 pause null ann@desk", "5 resume null ann@desk");
    }

    @Test
    void a_pause_works_while_the_manager_is_gone() {
        assertThat(ask("pause").sentence())
                .endsWith(" Its manager (pid 1 on db1) is gone; it stays paused when the command"
                        + " that began it, or restart 5, goes on with it.");
        assertThat(ask("resume")).isEqualTo(new Steered.Done("Execution 5 of check goes on." + GONE));
    }

    @Test
    void what_is_just_ending_is_let_end() {
        execute("update migrate.run set running = false");
        whileManaged(() -> {
            for (String verb : List.of("stop", "pause", "resume")) {
                assertThat(ask(verb).sentence())
                        .isEqualTo("Execution 5 of check is just ending: nothing is left to do or to hold.");
            }
            assertThat(ask("abandon").sentence())
                    .isEqualTo(
                            "Execution 5 of check is managed by pid 1 on db1, which is alive; try again in a moment.");
        });
    }

    @Test
    void a_run_that_lives_is_not_abandoned() {
        whileManaged(() -> {
            assertThat(ask("abandon").sentence())
                    .isEqualTo("Execution 5 of check is managed by pid 1 on db1, which is alive: stop 5 first.");
        });
        assertThat(log()).isEmpty();
    }

    @Test
    void a_run_whose_manager_is_gone_is_abandoned_once() {
        assertThat(ask("abandon"))
                .isEqualTo(new Steered.Done(
                        "Execution 5 of check is abandoned: nobody goes on with it, and the command that"
                                + " began it runs it anew with --reset."));
        assertThat(text("select concat_ws(' ', status, exit_code, exit_message, end_time)"
                        + " from migrate.batch_job_execution where job_execution_id = 5"))
                .isEqualTo("ABANDONED ABANDONED abandoned by ann@desk 2026-01-02 03:04:05");
        assertThat(text("select concat_ws(' ', epoch, running, pause) from migrate.run"))
                .isEqualTo("3 f f");
        assertThat(ask("abandon").sentence())
                .startsWith("Execution 5 of check was abandoned already, since 20")
                .endsWith(" by ann@desk.");
    }

    @Test
    void why_a_run_had_failed_is_kept_when_it_is_abandoned() {
        execute("""
                update migrate.batch_job_execution
                set status = 'FAILED', end_time = '2026-01-02 03:04:05', exit_message = repeat('x', 2500)
                where job_execution_id = 5;
                update migrate.run set running = false, execution_id = null
                """);
        assertThat(ask("abandon")).isInstanceOf(Steered.Done.class);
        assertThat(text("select exit_message from migrate.batch_job_execution where job_execution_id = 5"))
                .startsWith("abandoned by ann@desk\nxxx");
        assertThat(text("select end_time::text from migrate.batch_job_execution where job_execution_id = 5"))
                .isEqualTo("2026-01-02 03:04:05");
        assertThat(text("select execution_id::text from migrate.run")).isEqualTo("5");
    }

    @Test
    void brakes_are_set_lifted_and_given_back() {
        assertThat(throttle("rows-per-second=500", "hold-for-locks=none").sentence())
                .isEqualTo(
                        "Execution 5 of check: rows-per-second was as the job file says and is 500; hold-for-locks was as"
                                + " the job file says and is lifted.");
        assertThat(text("select throttle::text from migrate.run"))
                .isEqualTo("{\"hold-for-locks\": null, \"rows-per-second\": \"500\"}");
        assertThat(throttle("rows-per-second=default").sentence())
                .isEqualTo("Execution 5 of check: rows-per-second was 500 and is as the job file says.");
        assertThat(text("select throttle::text from migrate.run")).isEqualTo("{\"hold-for-locks\": null}");
        assertThat(log())
                .containsExactly(
                        "5 throttle rows-per-second=500 hold-for-locks=none ann@desk",
                        "5 throttle rows-per-second=default ann@desk");
    }

    @Test
    void brakes_of_one_that_has_stopped_count_when_it_goes_on() {
        execute(
                "update migrate.batch_job_execution set status = 'STOPPED', end_time = now() where job_execution_id = 5");
        assertThat(throttle("rows-per-second=500").sentence()).endsWith(" and is 500. It counts when the run goes on.");
    }

    @Test
    void of_many_who_want_the_same_at_once_one_gets_it() {
        List<CompletableFuture<Steered>> all = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ask("pause")))
                .toList();
        Stream<Steered> results = all.stream().map(CompletableFuture::join);
        assertThat(results.filter(Steered.Done.class::isInstance)).hasSize(1);
        assertThat(log()).hasSize(1);
    }

    @Test
    void a_run_that_was_begun_anew_is_not_restarted() {
        assertThat(steering.begunAnew(4)).isEmpty();
        execute("""
                insert into migrate.batch_job_instance values (8, 0, 'check', 'b');
                insert into migrate.batch_job_execution (job_execution_id, job_instance_id, create_time) values (6, 8, now());
                insert into migrate.run (instance_id, job, parameters, number, definition_hash) values (8, 'check', '{}', 2, '')
                """);
        assertThat(steering.begunAnew(4))
                .hasValue(
                        "Execution 4 of check is of a run that was begun anew since: execution 6 is the newest, so type"
                                + " restart 6.");
        assertThat(steering.begunAnew(6)).isEmpty();
    }

    private Steered ask(String verb) {
        return switch (verb) {
            case "stop" -> steering.stop(5, "ann@desk");
            case "pause" -> steering.pause(5, "ann@desk");
            case "resume" -> steering.resume(5, "ann@desk");
            case "abandon" -> steering.abandon(5, "ann@desk");
            default -> throttle("rows-per-second=5");
        };
    }

    private Steered throttle(String... words) {
        return steering.throttle(5, BrakeChanges.of(List.of(words)), "ann@desk");
    }

    /** Has something happen while there is a session by which the manager is known to live. */
    private static void whileManaged(Runnable happening) {
        try (Connection session = DriverManager.getConnection(DATABASES.url("repository"));
                Statement lock = session.createStatement()) {
            lock.execute("select pg_advisory_lock(" + Alive.LOCKS + ", 1)");
            happening.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> log() {
        return REPOSITORY
                .sql(
                        "select format('%s %s %s %s', execution_id, verb, coalesce(detail, 'null'), by) from migrate.steering"
                                + " order by id")
                .query(String.class)
                .list();
    }

    private static String everything() {
        return text("select r::text || e::text from migrate.run r, migrate.batch_job_execution e"
                + " where e.job_execution_id = 5 and not exists (select from migrate.steering)");
    }

    private static String text(String sql) {
        return REPOSITORY.sql(sql).query(String.class).single();
    }

    private static boolean holds(String sql) {
        return REPOSITORY.sql(sql).query(Boolean.class).single();
    }

    private static void execute(String sql) {
        DATABASES.execute("repository", sql);
    }
}
