package dev.migrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.accept.WorkerNews;
import dev.migrate.job.Outcome;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker that freezes for so long that it is taken for dead, and comes back when all is done. */
@ParameterizedClass
@ValueSource(strings = {"trace", "count"})
class ZombieIT {

    enum Frozen {
        WHILE_IT_OPENS_A_PARTITION,
        BEFORE_A_PAGE,
        AFTER_A_PAGE
    }

    @TempDir
    Path directory;

    private final String job;
    private final AtomicBoolean froze = new AtomicBoolean();
    private final CountDownLatch frozen = new CountDownLatch(1);
    private final CountDownLatch thawed = new CountDownLatch(1);
    private final CountDownLatch through = new CountDownLatch(1);
    private EngineFixture engine;

    ZombieIT(String job) {
        this.job = job;
    }

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 600);
        engine.job = job;
    }

    @AfterEach
    void stop() {
        thawed.countDown();
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void holds_nobody_up_and_changes_nothing(Frozen where) throws Exception {
        EngineProcess zombie = engine.another();
        engine.type.trap(new Freezing(where, zombie));
        engine.lend(zombie, 1, false, new WorkerNews() {
            @Override
            public void left(String left, int partition) {
                through.countDown();
            }
        });
        EngineFixture.Beside run = engine.begin(engine.request(2, 0));
        assertThat(frozen.await(20, TimeUnit.SECONDS)).isTrue();
        engine.worker(1);

        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        new CountedOnce(engine).assertThatAllIs();
        assertThat(through.getCount()).isEqualTo(1);

        thawed.countDown();
        zombie.way.thaw();
        assertThat(through.await(20, TimeUnit.SECONDS)).isTrue();
        new CountedOnce(engine).assertThatAllIs();
    }

    private final class Freezing implements TracingJobType.Trap {

        private final Frozen where;
        private final EngineProcess zombie;

        Freezing(Frozen where, EngineProcess zombie) {
            this.where = where;
            this.zombie = zombie;
        }

        @Override
        public void opening(Partition partition) {
            freezeAt(Frozen.WHILE_IT_OPENS_A_PARTITION);
        }

        @Override
        public void before(Partition partition, Page page) {
            freezeAt(Frozen.BEFORE_A_PAGE);
        }

        @Override
        public void after(Partition partition, Page page) {
            freezeAt(Frozen.AFTER_A_PAGE);
        }

        /** Its presence is ended as the server does after a while. */
        private void freezeAt(Frozen here) {
            if (here == where && !froze.getAndSet(true)) {
                zombie.way.freezeOwnSessions();
                zombie.way.endOwnSessions();
                frozen.countDown();
                try {
                    thawed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
