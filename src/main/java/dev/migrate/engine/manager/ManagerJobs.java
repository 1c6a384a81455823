package dev.migrate.engine.manager;

import dev.migrate.engine.run.RunRequest;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.PreparedJob;
import java.time.Clock;
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
    private final Clock clock;
    private final Wakeup wakeup;

    ManagerJobs(
            JobRepository jobs,
            JdbcClient repository,
            ManagerTables tables,
            Planner planner,
            Clock clock,
            Wakeup wakeup) {
        this.jobs = jobs;
        this.repository = repository;
        this.tables = tables;
        this.planner = planner;
        this.clock = clock;
        this.wakeup = wakeup;
    }

    Job job(RunRequest request, PreparedJob job, Run run, Management management, Manager.Session session) {
        JobRepository managed = new ManagedJobRepository(jobs, tables.attempts(), management);
        StepExecutionSplitter splitter = new PlanSplitter(
                job, request.partitionsToCut(), run.planned(), management, planner, tables.plans(), tables.attempts());
        OfferingPartitionHandler handler = new OfferingPartitionHandler(
                management,
                tables,
                session.transport(),
                request.only(),
                new Watch(session.presence(), session.stop()::isRequested, clock),
                wakeup,
                new OfferCursor(clock));
        Step manager = new StepBuilder(StepNames.MANAGER, managed)
                .partitioner(StepNames.WORKER, gridSize -> Map.of())
                .splitter(splitter)
                .partitionHandler(handler)
                .aggregator(new LedgerAggregator(repository, management.instance()))
                // The last manager may have been killed when this step was complete and the job was not yet.
                .allowStartIfComplete(true)
                .build();
        return new JobBuilder(request.definition().name(), managed)
                .listener(new EndInWords(managed))
                .start(manager)
                .build();
    }
}
