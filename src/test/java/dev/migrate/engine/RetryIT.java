package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.engine.MortalDataSource.Moment;
import dev.migrate.engine.MortalDataSource.Seam;
import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.worker.Workforce;
import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Just the rows that a run set aside, once more: of 300 rows that are counted on each of two databases, those with 50, 150 and 250. */
class RetryIT {

    private static final String NEWEST = "instance_id = (select max(instance_id) from migrate.run)";

    @TempDir
    static Path directory;

    private static EngineFixture engine;
    private static String jobFile;

    private Outcome first;
    private long instance;

    @BeforeAll
    static void start() throws Exception {
        engine = new EngineFixture(directory, 300, "shard1", "shard2");
        engine.job = "count";
        jobFile = Files.readString(file());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void set_rows_aside() throws Exception {
        Files.writeString(file(), jobFile);
        for (String shard : engine.shards()) {
            engine.databases.execute(shard, "truncate item; insert into item select generate_series(1, 300)");
        }
        engine.process.revive();
        engine.type.trap(new TracingJobType.Trap() {});
        engine.type.setAside(id -> id % 100 == 50, 100);
        first = engine.run(engine.anew(4, 2));
        assertThat(first).isEqualTo(new Outcome.Completed(first.execution(), 60, 6));
        instance = newest();
        engine.type.setAside(id -> false, 100);
    }

    @Test
    void does_each_row_on_its_database_and_no_other() throws Exception {
        int before = engine.type.pages().size();

        Outcome retried = engine.run(retry(2));

        assertThat(retried).isEqualTo(new Outcome.Retried(retried.execution(), 0, 0, 0));
        assertThat(retried.exitCode()).isZero();
        assertThat(engine.type.pages().subList(before, engine.type.pages().size()))
                .extracting(Page::range)
                .containsExactlyInAnyOrderElementsOf(List.of(one(50), one(150), one(250), one(50), one(150), one(250)));
        assertEveryRowWasCountedOnce();
        assertThat(engine.ask("select count(*) from migrate.partition where state = 'done' and read = 1 and " + NEWEST))
                .isEqualTo(6);
    }

    @Test
    void is_an_instance_of_its_own_that_an_ordinary_run_does_not_see() throws Exception {
        Outcome retried = engine.run(retry(2));

        assertThat(engine.ask("select retry_of from migrate.run where " + NEWEST))
                .isEqualTo(instance);
        assertThat(engine.run(engine.request(4)))
                .isInstanceOfSatisfying(
                        Outcome.AlreadyComplete.class,
                        again -> assertThat(again.execution()).isEqualTo(first.execution()));
        Outcome anew = engine.run(engine.anew(4, 2));
        assertThat(anew).isInstanceOf(Outcome.Completed.class);
        assertThat(engine.ask("select number from migrate.run where " + NEWEST))
                .isEqualTo(1 + engine.ask("select number from migrate.run where instance_id = " + instance));
        assertThat(engine.run(retry(2)))
                .isInstanceOfSatisfying(
                        Outcome.AlreadyRetried.class,
                        again -> assertThat(again.execution()).isEqualTo(retried.execution()));
    }

    @Test
    void what_fails_again_is_done_again_from_there() throws Exception {
        engine.type.setAside(id -> id == 150, 100);
        Outcome second = engine.run(retry(2));
        assertThat(second).isEqualTo(new Outcome.Retried(second.execution(), 0, 2, 0));
        assertThat(second.exitCode()).isEqualTo(3);
        engine.type.setAside(id -> false, 100);

        Outcome third = engine.run(engine.retryOf(newest(), 2));

        assertThat(third).isEqualTo(new Outcome.Retried(third.execution(), 0, 0, 0));
        assertThat(engine.ask("select count(*) from migrate.partition where " + NEWEST))
                .isEqualTo(2);
        assertEveryRowWasCountedOnce();
    }

    @Test
    void rows_that_are_gone_are_told() throws Exception {
        engine.databases.execute("shard1", "delete from item where id = 50");

        Outcome retried = engine.run(retry(2));

        assertThat(retried).isEqualTo(new Outcome.Retried(retried.execution(), 0, 0, 1));
        assertThat(retried.sentence()).contains("but for 1");
    }

    @Test
    void goes_on_where_it_was_stopped() throws Exception {
        failIn(3);
        assertThat(engine.run(retry(1))).isInstanceOf(Outcome.Failed.class);
        int before = engine.type.pages().size();
        engine.type.trap(new TracingJobType.Trap() {});

        assertThat(engine.run(retry(1))).isInstanceOf(Outcome.Retried.class);

        assertThat(engine.type.pages()).hasSize(before + 1);
        assertThat(retries()).isEqualTo(1);
        assertEveryRowWasCountedOnce();
    }

    @Test
    void a_changed_job_goes_on_with_the_rows_that_are_not_done_again_yet() throws Exception {
        failIn(3);
        engine.run(retry(1));
        engine.type.trap(new TracingJobType.Trap() {});
        Files.writeString(file(), "# mended\n" + jobFile);

        assertThat(engine.run(retry(1))).isInstanceOf(Outcome.Retried.class);

        assertThat(engine.ask("select number from migrate.run where " + NEWEST)).isEqualTo(2);
        assertThat(engine.ask("select count(*) from migrate.partition where " + NEWEST))
                .isEqualTo(1);
        assertEveryRowWasCountedOnce();
        assertThat(engine.run(retry(1))).isInstanceOf(Outcome.AlreadyRetried.class);
    }

    @Test
    void rows_that_the_first_run_sets_aside_later_are_done_then() throws Exception {
        engine.run(retry(2));
        engine.sql("""
                insert into migrate.failed_row (instance_id, partition, key, error, attempts)
                select instance_id, number, '{"id": 17}', 'late', 1 from migrate.partition
                where number = 1 and instance_id = %d
                """.formatted(instance));

        assertThat(engine.run(retry(2))).isInstanceOf(Outcome.Retried.class);

        assertThat(engine.text("select string_agg(lower::text, ' ') from migrate.partition where " + NEWEST))
                .isEqualTo("[\"17\"]");
    }

    @Test
    void other_processes_lend_a_hand() throws Exception {
        try (Workforce worker = engine.lend(engine.another(), 2, false, new WorkerNews() {})) {
            assertThat(engine.run(retry(0))).isInstanceOf(Outcome.Retried.class);
            worker.leave();
        }

        assertEveryRowWasCountedOnce();
    }

    static Stream<Seam> seams() {
        return Stream.of(
                new Seam(Moment.AFTER, "insert into migrate.run"),
                new Seam(Moment.BEFORE_COMMIT_OF, "insert into migrate.partition"),
                new Seam(Moment.AFTER_COMMIT_OF, "insert into migrate.partition"),
                new Seam(Moment.AFTER_COMMIT_OF, "with position as"));
    }

    @ParameterizedTest
    @MethodSource("seams")
    void is_resumed_when_it_was_killed(Seam seam) throws Exception {
        engine.process.dieAt(seam);
        Throwable ignored = catchThrowable(() -> engine.run(retry(1)));
        assertThat(engine.process.isDead()).as("died, with %s", ignored).isTrue();
        engine.process.revive();

        assertThat(engine.run(retry(1))).isInstanceOf(Outcome.Retried.class);

        assertThat(retries()).isEqualTo(1);
        assertThat(engine.ask("select count(*) from migrate.partition where state = 'done' and read = 1 and " + NEWEST))
                .isEqualTo(6);
        assertEveryRowWasCountedOnce();
    }

    @Test
    void waits_for_the_end_of_the_first_run() {
        engine.sql("update migrate.batch_job_execution set status = 'STARTED', end_time = null"
                + " where job_execution_id = " + first.execution());

        assertThatThrownBy(() -> engine.run(retry(1)))
                .isInstanceOf(UserMistake.class)
                .hasMessage("execution " + first.execution()
                        + " of count has not ended yet; the rows that it sets aside can be done again when it has, and"
                        + " if its manager is gone, the command that began it goes on with it");
    }

    @Test
    void refuses_another_key_another_database_and_one_that_is_gone() throws Exception {
        engine.sql("update migrate.failed_row set key = '{\"nr\": 50}' where instance_id = " + instance);
        assertRefused("set rows of public.item on database \"shard1\" aside by nr, and the key is id now");
        engine.sql("update migrate.failed_row set key = '{\"id\": 50}' where instance_id = " + instance);
        engine.sql("update migrate.run_database set system_identifier = 'other' where database = 'shard1'"
                + " and instance_id = " + instance);
        assertRefused("database \"shard1\" is not one that the rows were set aside with");
        Files.writeString(file(), jobFile.replace("shard1, ", ""));
        assertRefused("set rows on database \"shard1\" aside, where the job has no table now");
        assertThat(retries()).isZero();
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> engine.run(retry(1)))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(sentence);
    }

    private void failIn(int number) {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (partition.number() == number) {
                    throw new IllegalStateException("the row is cursed");
                }
            }
        });
    }

    private void assertEveryRowWasCountedOnce() {
        engine.shards()
                .forEach(shard -> assertThat(engine.list(shard, "select distinct n from item"))
                        .as("how often rows of %s were written", shard)
                        .containsExactly(1L));
    }

    private RunRequest retry(int workers) {
        return engine.retryOf(instance, workers);
    }

    private long retries() {
        return engine.ask("select count(*) from migrate.run where retry_of = " + instance);
    }

    private static long newest() {
        return engine.ask("select max(instance_id) from migrate.run");
    }

    private static Path file() {
        return engine.jobFile().resolveSibling("count.yml");
    }

    private static KeyRange one(long id) {
        return KeyRange.of(KeyValue.of(id));
    }
}
