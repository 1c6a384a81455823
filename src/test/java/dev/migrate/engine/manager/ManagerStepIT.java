package dev.migrate.engine.manager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.engine.EngineFixture;
import dev.migrate.engine.EngineProcess;
import dev.migrate.engine.channel.Intake;
import dev.migrate.engine.channel.Offers;
import dev.migrate.engine.channel.RequestHandler;
import dev.migrate.engine.channel.RequestTransport;
import dev.migrate.engine.instance.Attempts;
import dev.migrate.engine.instance.Instances;
import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.Partitions;
import dev.migrate.engine.instance.Run;
import dev.migrate.engine.instance.RunState;
import dev.migrate.engine.instance.RunTable;
import dev.migrate.engine.instance.StepNames;
import dev.migrate.engine.plan.PlanTable;
import dev.migrate.engine.presence.ManagerSeat;
import dev.migrate.engine.retry.RowsLeft;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.PreparedJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.SimpleJob;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.test.JobOperatorTestUtils;
import org.springframework.core.task.SyncTaskExecutor;

/** The manager step on its own, driven by Spring Batch's test kit, with workers that are only SQL. */
class ManagerStepIT {

    private static final String TO_ITS_END =
            "position = coalesce(upper, '[\"1000\"]'), ending = coalesce(upper, '[\"1000\"]')";

    @TempDir
    Path directory;

    private EngineFixture engine;
    private ManagerSeat seat;
    private ManagerTables tables;
    private Management management;
    private Run run;
    private final Wakeup wakeup = new Wakeup();
    private final StopSignal stop = new StopSignal(wakeup);
    private final List<StepExecutionRequest> offered = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 1_000);
        seat = ManagerSeat.take(engine.process, "this test").orElseThrow();
        EngineProcess first = engine.first;
        RunTable runs = new RunTable(first.repository);
        tables = new ManagerTables(
                runs,
                new RunState(first.repository),
                new Partitions(first.repository),
                new Attempts(first.repository, runs, first.transaction(), first.clock()),
                new PlanTable(first.repository, first.transaction(), first.contexts(), first.clock()),
                new RowsLeft(first.repository));
        begin(new Instances(first.jobs, first.repository, first.transaction(), runs), engine.request(3));
    }

    private void begin(Instances instances, RunRequest request) {
        run = instances.instance(request, null);
        long epoch = tables.runs().raiseEpoch(run, "this test", seat.number());
        JobExecution execution = instances.nextExecution(request, run, epoch);
        management = new Management(run.instance(), execution.getId(), epoch);
    }

    @AfterEach
    void close() {
        seat.close();
        engine.close();
    }

    @Test
    void plans_offers_every_partition_and_adds_up_what_came_of_them() throws Exception {
        StepExecution manager = execute("update migrate.partition set state = 'done', read = 10, " + TO_ITS_END
                + " where step_execution_id = ");

        assertThat(manager.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(manager.getReadCount()).isEqualTo(30);
        assertThat(offered)
                .extracting(StepExecutionRequest::getStepName)
                .containsExactly("worker:1", "worker:2", "worker:3");
        assertThat(engine.ask("select count(*) from migrate.run where running")).isZero();
    }

    @Test
    void fails_when_a_partition_has_failed() throws Exception {
        StepExecution manager =
                execute("update migrate.partition set state = 'failed', reason = 'cursed' where step_execution_id = ");

        assertThat(manager.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(manager.getFailureExceptions())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessage("3 partitions failed; partition 1: cursed"));
    }

    @Test
    void makes_the_next_attempt_at_what_is_given_back_and_offers_it_again() throws Exception {
        StepExecution manager =
                execute("update migrate.partition set fresh = attempts > 0, attempts = attempts + 1, " + TO_ITS_END
                        + ", state = case when attempts > 0 then 'done' else 'waiting' end where step_execution_id = ");

        assertThat(manager.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(offered).hasSize(6);
        assertThat(offered).extracting(StepExecutionRequest::getStepExecutionId).doesNotHaveDuplicates();
    }

    @Test
    void is_stopped_with_what_is_left_to_do() throws Exception {
        stop.request();

        StepExecution manager = execute("select ");

        assertThat(manager.getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(offered).isEmpty();
        assertThat(engine.ask("select count(*) from migrate.partition where state = 'waiting'"))
                .isEqualTo(3);
    }

    /** Runs the manager step in a job of the test kit; each offer is answered with the SQL for its attempt. */
    private StepExecution execute(String answer) throws Exception {
        RunRequest request = engine.request(3);
        PreparedJob job = request.definition().prepare(Map.of());
        EngineProcess first = engine.first;
        ManagerJobs jobs = new ManagerJobs(
                first.jobs, first.repository, tables, first.planner(), first.patience(), first.clock(), wakeup);
        Manager.Surroundings surroundings =
                new Manager.Surroundings(engine.process, transport(answer), instance -> Manager.Lent.NONE, stop);
        SimpleJob batchJob = (SimpleJob) jobs.job(
                request,
                job,
                run,
                management,
                new ManagerJobs.Live(seat, surroundings, Manager.Lent.NONE, new Silent()));
        Step step = batchJob.getStep(StepNames.MANAGER);
        JobExecution execution = testKit().startStep(step);
        return execution.getStepExecutions().iterator().next();
    }

    private JobOperatorTestUtils testKit() throws Exception {
        TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
        operator.setJobRepository(engine.first.jobs);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
        return new JobOperatorTestUtils(operator, engine.first.jobs);
    }

    private RequestTransport transport(String answer) {
        return new RequestTransport() {
            @Override
            public String name() {
                return "a list";
            }

            @Override
            public Offers offers(long instance) {
                return new ListedOffers(answer);
            }

            @Override
            public Intake intake(int threads, RequestHandler handler) {
                throw new UnsupportedOperationException("the workers are only SQL");
            }
        };
    }

    private final class ListedOffers implements Offers {

        private final String answer;

        ListedOffers(String answer) {
            this.answer = answer;
        }

        @Override
        public int room() {
            return 10;
        }

        @Override
        public void offer(List<StepExecutionRequest> requests) {
            for (StepExecutionRequest request : requests) {
                offered.add(request);
                engine.sql(answer + request.getStepExecutionId());
                wakeup.wake();
            }
        }

        @Override
        public void close() {}
    }

    private static final class Silent implements RunListener {
        @Override
        public void started(long execution, boolean restart) {}

        @Override
        public void note(String sentence) {}

        @Override
        public void waits(String reason) {}
    }
}
