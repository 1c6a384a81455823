package dev.migrate.engine.plan;

import dev.migrate.engine.instance.Management;
import dev.migrate.engine.outage.Patience;
import dev.migrate.job.PreparedJob;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.springframework.batch.core.job.JobExecutionException;

/** Plans all rows of a job: its key spaces are cut into partitions. */
public final class CutKeySpaces implements Planning {

    private final PreparedJob job;
    private final OptionalInt partitions;
    private final Planner planner;
    private final PlanTable plans;
    private final Patience patience;

    public CutKeySpaces(PreparedJob job, OptionalInt partitions, Planner planner, PlanTable plans, Patience patience) {
        this.job = job;
        this.partitions = partitions;
        this.planner = planner;
        this.plans = plans;
        this.patience = patience;
    }

    @Override
    public void plan(Management management) throws JobExecutionException {
        Plan plan = cut();
        patience.insist(() -> plans.write(management, plan.estimatedRows(), plan.partitions()::forEach));
    }

    private Plan cut() throws JobExecutionException {
        try {
            return patience.insist(() -> planner.plan(job, partitions));
        } catch (SQLException e) {
            throw new JobExecutionException("the key space could not be cut: " + e.getMessage(), e);
        }
    }
}
