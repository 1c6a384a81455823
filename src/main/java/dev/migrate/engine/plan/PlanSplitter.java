package dev.migrate.engine.plan;

import dev.migrate.engine.instance.Attempts;
import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.StepNames;
import dev.migrate.engine.outage.Patience;
import dev.migrate.job.PreparedJob;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.StepExecution;

/**
 * Plans an instance that has no plan, and readies the partitions of one that has: a restart never plans again. Returns no
 * StepExecutions: there may be a hundred thousand, and the handler takes them from the tables.
 */
public final class PlanSplitter implements StepExecutionSplitter {

    private final PreparedJob job;
    private final OptionalInt partitions;
    private final boolean planned;
    private final Management management;
    private final Planner planner;
    private final PlanTable plans;
    private final Attempts attempts;
    private final Patience patience;

    public PlanSplitter(
            PreparedJob job,
            OptionalInt partitions,
            boolean planned,
            Management management,
            Planner planner,
            PlanTable plans,
            Attempts attempts,
            Patience patience) {
        this.job = job;
        this.partitions = partitions;
        this.planned = planned;
        this.management = management;
        this.planner = planner;
        this.plans = plans;
        this.attempts = attempts;
        this.patience = patience;
    }

    @Override
    public String getStepName() {
        return StepNames.WORKER;
    }

    @Override
    public Set<StepExecution> split(StepExecution manager, int gridSize) throws JobExecutionException {
        if (planned) {
            patience.insist(() -> attempts.ready(management));
        } else {
            Plan plan = plan();
            patience.insist(() -> plans.write(management, plan));
        }
        return Set.of();
    }

    private Plan plan() throws JobExecutionException {
        try {
            return patience.insist(() -> planner.plan(job, partitions));
        } catch (SQLException e) {
            throw new JobExecutionException("the key space could not be cut: " + e.getMessage(), e);
        }
    }
}
