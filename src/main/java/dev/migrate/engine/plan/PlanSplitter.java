package dev.migrate.engine.plan;

import dev.migrate.engine.instance.Attempts;
import dev.migrate.engine.instance.Management;
import dev.migrate.engine.instance.StepNames;
import dev.migrate.engine.outage.Patience;
import java.util.Set;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.StepExecution;

/**
 * Plans an instance that has no plan, and readies the partitions of one that has: a restart never plans again. Returns no
 * StepExecutions: there may be a hundred thousand, and the handler takes them from the tables.
 */
public final class PlanSplitter implements StepExecutionSplitter {

    private final Planning planning;
    private final boolean planned;
    private final Management management;
    private final Attempts attempts;
    private final Patience patience;

    public PlanSplitter(
            Planning planning, boolean planned, Management management, Attempts attempts, Patience patience) {
        this.planning = planning;
        this.planned = planned;
        this.management = management;
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
            planning.plan(management);
        }
        return Set.of();
    }
}
