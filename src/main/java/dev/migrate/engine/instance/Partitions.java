package dev.migrate.engine.instance;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager asks of {@code migrate.partition}. Thread-safe. */
public final class Partitions {

    /** How many partitions are in each state. */
    public record Counts(long waiting, long claimed, long done, long failed) {

        public long total() {
            return waiting + claimed + done + failed;
        }

        /** Those that are neither done nor failed. */
        public long left() {
            return waiting + claimed;
        }
    }

    /** A partition to offer: its number and the request for its next attempt. */
    public record Offer(int number, StepExecutionRequest request) {}

    private static final String COUNTS = """
            select count(*) filter (where state = 'waiting') as waiting,
                   count(*) filter (where state = 'claimed') as claimed,
                   count(*) filter (where state = 'done') as done,
                   count(*) filter (where state = 'failed') as failed
            from migrate.partition where instance_id = :instance and (:only::int is null or number = :only)
            """;

    private static final String WAITING = """
            select number, step_execution_id from migrate.partition
            where instance_id = :instance and state = 'waiting' and fresh and number > :after
              and (:only::int is null or number = :only)
            order by number limit :limit
            """;

    private final JdbcClient repository;

    public Partitions(JdbcClient repository) {
        this.repository = repository;
    }

    public Counts counts(long instance, OptionalInt only) {
        return repository
                .sql(COUNTS)
                .param("instance", instance)
                .param("only", only.isPresent() ? only.getAsInt() : null)
                .query(Counts.class)
                .single();
    }

    /** The next partitions that wait with an attempt that has not begun, beyond a number. */
    public List<Offer> waiting(long instance, OptionalInt only, int after, int limit) {
        return repository
                .sql(WAITING)
                .param("instance", instance)
                .param("only", only.isPresent() ? only.getAsInt() : null)
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> new Offer(
                        row.getInt("number"),
                        new StepExecutionRequest(
                                StepNames.worker(row.getInt("number")), row.getLong("step_execution_id"))))
                .list();
    }
}
