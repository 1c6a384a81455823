package dev.migrate.web.metrics;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the repository answers. Tells no more than that: where it is and why it does not answer is nobody's business. */
public final class RepositoryHealth implements HealthIndicator {

    private final LatestTotals totals;

    public RepositoryHealth(LatestTotals totals) {
        this.totals = totals;
    }

    @Override
    public Health health() {
        try {
            totals.get();
            return Health.up().build();
        } catch (LatestTotals.Unreachable e) {
            return Health.down().build();
        }
    }
}
