package dev.migrate.engine.manager;

import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.proof.DemandTiling;
import dev.migrate.job.key.DatabaseName;
import java.util.Collection;
import java.util.List;
import org.springframework.batch.core.partition.StepExecutionAggregator;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives the manager step the totals of the whole instance, not only of what this execution ran; fails it if a partition has
 * failed, or a key was left out.
 */
final class LedgerAggregator implements StepExecutionAggregator {

    private static final String TOTALS = """
            select coalesce(sum(read), 0) as read, coalesce(sum(written), 0) as written,
                   count(*) filter (where state = 'failed') as failed_partitions,
                   coalesce(min(number) filter (where state = 'failed'), 0) as first_failed
            from migrate.partition where instance_id = :instance
            """;

    private static final String REASON =
            "select reason from migrate.partition where instance_id = :instance and number = :number";

    private record Totals(long read, long written, long failedPartitions, int firstFailed) {}

    private final JdbcClient repository;
    private final long instance;
    private final Collection<DatabaseName> tiled;
    private final Patience patience;

    /** @param tiled the databases of which every key must have been covered */
    LedgerAggregator(JdbcClient repository, long instance, Collection<DatabaseName> tiled, Patience patience) {
        this.repository = repository;
        this.instance = instance;
        this.tiled = List.copyOf(tiled);
        this.patience = patience;
    }

    @Override
    public void aggregate(StepExecution manager, Collection<StepExecution> none) {
        patience.insist(() -> aggregate(manager));
    }

    private void aggregate(StepExecution manager) {
        Totals totals = repository
                .sql(TOTALS)
                .param("instance", instance)
                .query(Totals.class)
                .single();
        manager.setReadCount(totals.read());
        manager.setWriteCount(totals.written());
        if (totals.failedPartitions() > 0) {
            throw new PartitionsFailed(description(totals));
        }
        new DemandTiling(repository).of(instance, tiled);
    }

    private String description(Totals totals) {
        String reason = repository
                .sql(REASON)
                .param("instance", instance)
                .param("number", totals.firstFailed())
                .query(String.class)
                .optional()
                .orElse("no reason is known");
        return "%d partition%s failed; partition %d: %s"
                .formatted(
                        totals.failedPartitions(),
                        totals.failedPartitions() == 1 ? "" : "s",
                        totals.firstFailed(),
                        reason);
    }
}
