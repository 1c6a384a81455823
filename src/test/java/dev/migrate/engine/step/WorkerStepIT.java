package dev.migrate.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.EngineFixture;
import dev.migrate.engine.TracingJobType;
import dev.migrate.engine.claim.Attempt;
import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.presence.Presence;
import dev.migrate.engine.presence.ProcessName;
import dev.migrate.job.Page;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.PreparedJob;
import dev.migrate.table.page.KeysetPagingReader;
import dev.migrate.table.page.PageSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.test.ExecutionContextTestUtils;
import org.springframework.batch.test.MetaDataInstanceFactory;

/** The worker step on its own, driven with StepExecutions of Spring Batch's test kit: one partition of ten pages. */
class WorkerStepIT {

    @TempDir
    Path directory;

    private EngineFixture engine;
    private Presence presence;
    private Claim claim;
    private Attempt attempt;
    private boolean mustStop;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 1_000);
        engine.run(engine.only(2, 1));
        engine.sql("update migrate.run set running = true, only_partition = null");
        presence = Presence.join(engine.process);
        long waiting = engine.ask("select step_execution_id from migrate.partition where state = 'waiting'");
        List<Long> instances = List.of(engine.ask("select instance_id from migrate.run"));
        claim = engine.first
                .claims()
                .asked(
                        waiting,
                        limited -> limited ? List.of() : instances,
                        presence.signOn(ProcessName.here(), 1, null))
                .orElseThrow();
        attempt = new Attempt(claim, () -> mustStop);
    }

    @AfterEach
    void stop() {
        presence.close();
        engine.close();
    }

    @Test
    void does_its_partition_page_by_page() throws Exception {
        StepExecution step = execute();

        assertThat(step.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(step.getCommitCount()).isEqualTo(5);
        assertThat(ExecutionContextTestUtils.<Long>getValueFromStep(step, "page"))
                .isEqualTo(5L);
        assertThat(stored()).isEqualTo("COMPLETED");
        assertThat(engine.text("select state || ' ' || page || ' ' || read from migrate.partition where number = 2"))
                .isEqualTo("done 5 500");
    }

    @Test
    void stops_after_the_page_in_hand() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                mustStop = page.number() == 2;
            }
        });

        StepExecution step = execute();

        assertThat(step.getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(stored()).isEqualTo("STOPPED");
        assertThat(engine.text("select state || ' ' || page from migrate.partition where number = 2"))
                .isEqualTo("waiting 2");
    }

    @Test
    void is_done_when_it_is_stopped_in_its_last_page() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                mustStop = page.number() == 5;
            }
        });

        execute();

        assertThat(stored()).isEqualTo("COMPLETED");
        assertThat(engine.text("select state from migrate.partition where number = 2"))
                .isEqualTo("done");
    }

    @Test
    void writes_nothing_of_a_page_when_it_was_overtaken() throws Exception {
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                if (page.number() == 3) {
                    engine.sql("update migrate.partition set fence = fence + 1 where number = 2");
                }
            }
        });

        StepExecution step = execute();

        assertThat(step.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(stored()).isEqualTo("STARTED");
        assertThat(engine.text("select state || ' ' || page from migrate.partition where number = 2"))
                .isEqualTo("claimed 2");
    }

    private StepExecution execute() throws Exception {
        PreparedJob job = engine.definitions().load("trace").prepare(Map.of());
        JobExecution execution = MetaDataInstanceFactory.createJobExecution(
                "trace", claim.job().instance(), claim.job().execution());
        StepExecution step =
                MetaDataInstanceFactory.createStepExecution(execution, claim.stepName(), claim.stepExecution());
        step.setExecutionContext(claim.context());
        KeysetPagingReader reader =
                new KeysetPagingReader(engine.databases, job.keySpaces().get(0), PageSize.fixed(100), Runnable::run);
        try (PageWork work = (PageWork) job.open(claim.partition())) {
            engine.first
                    .workerStep()
                    .step(attempt, work, reader, Long.MAX_VALUE)
                    .execute(step);
        }
        return step;
    }

    private String stored() {
        return engine.text(
                "select status from migrate.batch_step_execution where step_execution_id = " + claim.stepExecution());
    }
}
