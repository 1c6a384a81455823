package dev.migrate.engine.retry;

import dev.migrate.engine.instance.Management;
import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.plan.PlanTable;
import dev.migrate.engine.plan.Planning;

/** Plans just the rows that an instance set aside: a partition for each. Memory does not grow with their number. */
public final class PlanRowsLeft implements Planning {

    private final long first;
    private final RowsLeft rows;
    private final PlanTable plans;
    private final Patience patience;

    /** @param first the instance that set them aside */
    public PlanRowsLeft(long first, RowsLeft rows, PlanTable plans, Patience patience) {
        this.first = first;
        this.rows = rows;
        this.plans = plans;
        this.patience = patience;
    }

    @Override
    public void plan(Management management) {
        patience.insist(() -> plans.write(management, rows.count(first), partition -> rows.forEach(first, partition)));
    }
}
