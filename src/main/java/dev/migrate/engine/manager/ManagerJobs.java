package dev.migrate.engine.manager;

import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.Run;
import dev.migrate.engine.instance.StepNames;
import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.plan.CutKeySpaces;
import dev.migrate.engine.plan.PlanSplitter;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.plan.Planning;
import dev.migrate.engine.presence.ManagerSeat;
import dev.migrate.engine.retry.PlanRowsLeft;
import dev.migrate.engine.run.RunListener;
import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds the Spring Batch job of an execution: one manager step, with our splitter, partition handler and aggregator. */
final class ManagerJobs {

    private final JobRepository jobs;
    private final JdbcClient repository;
    private final ManagerTables tables;
    private final Planner planner;
    private final Patience patience;
    private final Clock clock;
    private final Wakeup wakeup;

    ManagerJobs(
            JobRepository jobs,
            JdbcClient repository,
            ManagerTables tables,
            Planner planner,
            Patience patience,
            Clock clock,
            Wakeup wakeup) {
        this.jobs = jobs;
        this.repository = repository;
        this.tables = tables;
        this.planner = planner;
        this.patience = patience;
        this.clock = clock;
        this.wakeup = wakeup;
    }

    /** What a manager lives on while it runs a job. */
    record Live(ManagerSeat seat, Manager.Surroundings surroundings, Manager.Lent own, RunListener listener) {}

    private Planning planning(RunRequest request, PreparedJob job) {
        return request.retryOf().isPresent()
                ? new PlanRowsLeft(request.retryOf().getAsLong(), tables.rowsLeft(), tables.plans(), patience)
                : new CutKeySpaces(job, request.partitionsToCut(), planner, tables.plans(), patience);
    }

    /** A run of single rows has gaps between them. */
    private static List<DatabaseName> tiled(RunRequest request, PreparedJob job) {
        return request.retryOf().isPresent()
                ? List.of()
                : job.keySpaces().stream().map(KeySpace::database).toList();
    }

    Job job(RunRequest request, PreparedJob job, Run run, Management management, Live live) {
        JobRepository managed =
                new ManagedJobRepository(jobs, new StoredVersions(repository), tables.attempts(), management, patience);
        StepExecutionSplitter splitter =
                new PlanSplitter(planning(request, job), run.planned(), management, tables.attempts(), patience);
        OfferingPartitionHandler handler = new OfferingPartitionHandler(
                management,
                tables,
                live.surroundings().transport(),
                request.only(),
                new Watch(
                        new Seat(live.seat(), tables.state(), management),
                        live.own(),
                        live.surroundings().stop()::isRequested,
                        patience,
                        live.listener()::waits),
                new Standstill(repository, tables.state(), management, live.listener()),
                patience,
                wakeup,
                new OfferCursor(clock),
                new Course(repository, management, clock));
        Step manager = new StepBuilder(StepNames.MANAGER, managed)
                .partitioner(StepNames.WORKER, gridSize -> Map.of())
                .splitter(splitter)
                .partitionHandler(handler)
                .aggregator(new LedgerAggregator(repository, management.instance(), tiled(request, job), patience))
                // The last manager may have been killed when this step was complete and the job was not yet.
                .allowStartIfComplete(true)
                .build();
        return new JobBuilder(request.definition().name(), managed)
                .listener(new EndInWords(managed))
                .start(manager)
                .build();
    }
}
