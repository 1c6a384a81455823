package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.job.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workers that do not work for a run, and say why not. */
class DecliningIT {

    /** What is wrong with a worker's config directory. */
    enum Wrong {
        JOB_FILE("trace.yml", "is not the definition that the run was begun with: use the same file everywhere"),
        NO_DATABASE("its config directory has no database \"shop\"", ""),
        OTHER_DATABASE("its database \"shop\" is not the one that the run was planned on: put its url right", "");

        private final String beginning;
        private final String end;

        Wrong(String beginning, String end) {
            this.beginning = beginning;
            this.end = end;
        }

        void assertSentence(String sentence) {
            assertThat(sentence).contains(beginning).endsWith(end);
        }
    }

    @TempDir
    Path directory;

    private EngineFixture engine;
    private EngineProcess decliner;
    private final List<String> declined = new CopyOnWriteArrayList<>();
    private final List<Integer> left = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 600);
        engine.copyConfig(directory.resolve("other"));
        decliner = engine.another(directory.resolve("other"));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_worker_that_may_not_work_says_so_and_others_do(Wrong wrong) throws Exception {
        lendWith(wrong);
        EngineFixture.Beside run = engine.begin(engine.request(2, 0));
        await().until(() -> !declined.isEmpty());
        wrong.assertSentence(engine.text("select reason from migrate.declined"));
        engine.worker(1);

        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertThat(declined).hasSize(1);
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_run_for_which_nobody_may_work_says_why_and_goes_on_when_that_is_put_right(Wrong wrong) throws Exception {
        lendWith(wrong);
        EngineFixture.Beside run = engine.begin(engine.request(2, 0));
        await().until(() -> engine.holds(
                "select exists (select from migrate.run where waits_for like 'no worker that is there will do: %')"));
        assertThat(engine.text("select waits_for from migrate.run"))
                .startsWith("no worker that is there will do: pid "
                        + ProcessHandle.current().pid());
        wrong.assertSentence(engine.waits.get(engine.waits.size() - 1));

        putRight(wrong);
        await().until(() -> {
            engine.sql("select pg_notify('migrate', '')");
            return run.running().isDone();
        });

        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertThat(engine.ask("select count(*) from migrate.declined")).isZero();
    }

    private void lendWith(Wrong wrong) throws Exception {
        switch (wrong) {
            case JOB_FILE -> write("# changed\n" + Files.readString(engine.jobFile()));
            case NO_DATABASE -> decliner.databases.forget("shop");
            case OTHER_DATABASE -> decliner.databases.replace("shop");
        }
        engine.lend(decliner, 1, false, new WorkerNews() {
            @Override
            public void declined(String job, long execution, String reason) {
                declined.add(reason);
            }

            @Override
            public void left(String job, int partition) {
                left.add(partition);
            }
        });
    }

    private void putRight(Wrong wrong) throws IOException {
        if (wrong == Wrong.JOB_FILE) {
            write(Files.readString(engine.jobFile()));
        }
        decliner.databases.putRight();
    }

    private void write(String job) throws IOException {
        Files.writeString(directory.resolve("other/jobs/trace.yml"), job);
    }
}
