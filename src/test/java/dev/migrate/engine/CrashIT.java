package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.engine.MortalDataSource.Moment;
import dev.migrate.engine.MortalDataSource.Seam;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is killed at a seam, and the same request again: two partitions of three pages, worked on by one thread. */
class CrashIT {

    private static final int ROWS = 600;
    private static final int PAGES = 6;

    private static final String CLAIM = "set state = 'claimed'";
    private static final String PAGE = "set page = ";
    private static final String POSITION = "with position as";
    private static final String PLAN = "insert into migrate.partition";
    private static final String READY = "state = 'failed'";

    /** Where a page's work dies that no statement to the repository marks. */
    enum Work {
        AFTER_READ,
        AFTER_WORK
    }

    @TempDir
    static Path directory;

    private static EngineFixture engine;

    @BeforeAll
    static void start() throws Exception {
        engine = new EngineFixture(directory, ROWS);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void revive() {
        engine.process.revive();
        engine.type.trap(new TracingJobType.Trap() {});
    }

    static Stream<Seam> seams() {
        return Stream.of(
                new Seam(Moment.BEFORE, "insert into migrate.run"),
                new Seam(Moment.AFTER, "insert into migrate.run"),
                new Seam(Moment.AFTER, "set epoch = epoch + 1"),
                new Seam(Moment.AFTER_COMMIT_OF, "insert into migrate.batch_job_execution("),
                new Seam(Moment.AFTER_COMMIT_OF, "insert into migrate.batch_step_execution("),
                new Seam(Moment.BEFORE, PLAN),
                new Seam(Moment.BEFORE_COMMIT_OF, PLAN),
                new Seam(Moment.AFTER_COMMIT_OF, PLAN),
                new Seam(Moment.AFTER, "running = true"),
                new Seam(Moment.BEFORE, CLAIM),
                new Seam(Moment.AFTER, CLAIM),
                new Seam(Moment.BEFORE, PAGE),
                new Seam(Moment.AFTER, PAGE),
                new Seam(Moment.BEFORE, "insert into migrate.finding"),
                new Seam(Moment.BEFORE, POSITION),
                new Seam(Moment.BEFORE_COMMIT_OF, POSITION),
                new Seam(Moment.AFTER_COMMIT_OF, POSITION),
                new Seam(Moment.BEFORE, "set running = false"),
                new Seam(Moment.AFTER, "set running = false"),
                new Seam(Moment.AFTER, "as failed_partitions"),
                new Seam(Moment.BEFORE_COMMIT_OF, "update migrate.batch_job_execution"),
                new Seam(Moment.AFTER_COMMIT_OF, "update migrate.batch_job_execution"));
    }

    @ParameterizedTest
    @MethodSource("seams")
    void the_same_request_resumes_what_was_killed(Seam seam) throws Exception {
        engine.process.dieAt(seam);
        dieIn(anew());

        assertResumed();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_request_resumes_what_was_killed_in_a_page(Work work) throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                dieIf(work == Work.AFTER_READ && page.number() == 2);
            }

            @Override
            public void after(Partition partition, Page page) {
                dieIf(work == Work.AFTER_WORK && page.number() == 2);
            }
        });
        dieIn(anew());
        engine.type.trap(new TracingJobType.Trap() {});

        engine.process.revive();
        assertThat(committedPages()).isPositive();
        assertResumed();
    }

    @ParameterizedTest
    @MethodSource("takeovers")
    void a_restart_that_is_killed_too_is_resumed(Seam seam) throws Exception {
        engine.process.dieAt(new Seam(Moment.AFTER_COMMIT_OF, POSITION));
        dieIn(anew());
        engine.process.revive();
        engine.process.dieAt(seam);
        dieIn(request(false));

        assertResumed();
    }

    static Stream<Seam> takeovers() {
        return Stream.of(
                new Seam(Moment.AFTER, "set epoch = epoch + 1"),
                new Seam(Moment.AFTER, "with dead as"),
                new Seam(Moment.AFTER, READY),
                new Seam(Moment.BEFORE_COMMIT_OF, READY),
                new Seam(Moment.AFTER_COMMIT_OF, READY),
                new Seam(Moment.BEFORE, "with orphan as"),
                new Seam(Moment.AFTER_COMMIT_OF, "with orphan as"),
                new Seam(Moment.AFTER, CLAIM));
    }

    private static void dieIf(boolean now) {
        if (now && !engine.process.isDead()) {
            engine.process.die();
            throw new StackOverflowError("killed");
        }
    }

    private static void dieIn(RunRequest request) {
        Throwable ignored = catchThrowable(() -> engine.run(request));
        assertThat(engine.process.isDead()).as("died, with %s", ignored).isTrue();
    }

    private static void assertResumed() throws Exception {
        engine.process.revive();
        long committed = committedPages();
        int begun = engine.type.pages().size();

        Outcome outcome = engine.run(request(false));

        assertThat(outcome).isInstanceOfAny(Outcome.Completed.class, Outcome.AlreadyComplete.class);
        assertThat(engine.type.pages().size() - begun).as("pages done again").isEqualTo((int) (PAGES - committed));
        assertUndisturbed();
        assertThat(engine.run(request(false))).isInstanceOf(Outcome.AlreadyComplete.class);
    }

    private static void assertUndisturbed() {
        assertThat(engine.ask("select sum(read) from migrate.partition where " + newest()))
                .isEqualTo(ROWS);
        assertThat(engine.ask("select sum(page) from migrate.partition where " + newest()))
                .isEqualTo(PAGES);
        assertThat(engine.ask("select count(*) from migrate.partition where state <> 'done' and " + newest()))
                .isZero();
        assertThat(engine.ask("select count(*) from migrate.finding where " + newest()))
                .isEqualTo(ROWS / 10);
        assertThat(engine.ask("select count(distinct key::text) from migrate.finding where " + newest()))
                .isEqualTo(ROWS / 10);
        assertThat(engine.ask("select count(*) from migrate.batch_step_execution s"
                        + " join migrate.batch_job_execution e using (job_execution_id)"
                        + " where s.status in ('STARTING', 'STARTED', 'UNKNOWN') and e.job_instance_id"
                        + " in (select instance_id from migrate.run where " + newest() + ")"))
                .isZero();
    }

    private static long committedPages() {
        return engine.ask("select coalesce(sum(page), 0) from migrate.partition where " + newest());
    }

    private static String newest() {
        return "instance_id = (select max(instance_id) from migrate.run)";
    }

    private static RunRequest anew() {
        return request(true);
    }

    private static RunRequest request(boolean reset) {
        return reset ? engine.anew(2, 1) : engine.request(2, 1);
    }
}
