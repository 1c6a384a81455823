package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.MortalDataSource.Moment;
import dev.migrate.engine.MortalDataSource.Seam;
import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One partition of nine pages that each take a minute, and two threads. */
class SharedStragglerIT {

    private static final String SPLIT = "split_from";
    private static final String SPLITS = "select count(*) from migrate.partition where split_from is not null";

    @TempDir
    Path directory;

    private EngineFixture engine;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 900);
        engine.job = "count";
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) throws Exception {
                engine.time.pass(Duration.ofMinutes(1));
                if (engine.ask(SPLITS) == 0) {
                    letOthersBeSeenIdle();
                }
            }
        });
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    /** Of two looks that begin from now on, the first one's result is known when the second begins. */
    private void letOthersBeSeenIdle() {
        AtomicInteger looks = engine.process.executed("as idle_threads");
        int before = looks.get();
        await().until(() -> {
            engine.sql("notify migrate");
            return looks.get() > before + 2 || engine.process.isDead();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace", "count"})
    void what_its_owner_has_not_read_is_done_by_somebody_else(String job) throws Exception {
        engine.job = job;

        assertThat(engine.run(engine.request(1))).isInstanceOf(Outcome.Completed.class);

        assertThatAllIsDoneOnce();
        assertThat(engine.ask(SPLITS)).isPositive();
        assertThat(engine.ask("select count(*) from migrate.coverage where gap is null and unfinished is null"))
                .isEqualTo(1);
    }

    @Test
    void the_one_partition_that_was_asked_for_stays_whole() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                engine.time.pass(Duration.ofMinutes(1));
            }
        });

        Throwable ignored = catchThrowable(() -> engine.run(engine.only(1, 1)));

        assertThat(engine.ask(SPLITS)).as("with %s", ignored).isZero();
    }

    static Stream<Seam> seams() {
        return Stream.of(
                new Seam(Moment.BEFORE, SPLIT),
                new Seam(Moment.AFTER, SPLIT),
                new Seam(Moment.BEFORE_COMMIT_OF, SPLIT),
                new Seam(Moment.AFTER_COMMIT_OF, SPLIT));
    }

    @ParameterizedTest
    @MethodSource("seams")
    void an_owner_that_does_not_hear_of_it_goes_on_from_what_became_of_it(Seam seam) throws Exception {
        engine.process.loseConnectionAt(seam);

        assertThat(engine.run(engine.request(1))).isInstanceOf(Outcome.Completed.class);

        assertThatAllIsDoneOnce();
    }

    @Test
    void a_split_that_lands_when_its_owner_has_given_it_up_is_heeded() throws Exception {
        Delayed commit = new Delayed();
        engine.process.delayAt(new Seam(Moment.BEFORE_COMMIT_OF, SPLIT), commit);
        EngineFixture.Beside beside = engine.begin(engine.request(1));
        commit.awaitSent().land();

        assertThat(beside.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThatAllIsDoneOnce();
        assertThat(engine.ask(SPLITS)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seams")
    void the_same_request_resumes_when_the_process_is_killed_at_it(Seam seam) throws Exception {
        engine.process.dieAt(seam);
        Throwable ignored = catchThrowable(() -> engine.run(engine.request(1)));
        assertThat(engine.process.isDead()).as("died, with %s", ignored).isTrue();
        engine.process.revive();

        assertThat(engine.run(engine.request(1))).isInstanceOf(Outcome.Completed.class);

        assertThatAllIsDoneOnce();
    }

    private void assertThatAllIsDoneOnce() {
        new CountedOnce(engine).assertThatAllIs();
    }
}
