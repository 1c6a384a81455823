package dev.migrate.engine.instance;

import java.sql.Types;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager asks of {@code migrate.partition}, over and over: what is asked each second costs the same however many partitions there are. Thread-safe. */
public final class Partitions {

    /**
     * What is still to be done.
     *
     * @param firstWaiting the number of a partition that waits, of those looked at the first; null: none waits
     * @param claimed how many partitions are in work
     */
    public record Outlook(@Nullable Integer firstWaiting, long claimed) {

        public boolean isWaiting() {
            return firstWaiting != null;
        }
    }

    /** A partition to offer: its number and the request for its next attempt. */
    public record Offer(int number, StepExecutionRequest request) {}

    // Each part is a look into an index that holds nothing but what it looks for.
    private static final String OUTLOOK = """
            select (select p.number from migrate.partition p
                    where p.instance_id = :instance and p.state = 'waiting' and p.number >= :from
                      and p.number between coalesce(:only, 0) and coalesce(:only, 2147483647)
                    order by p.number nulls first limit 1) as first_waiting,
                   (select count(*) from migrate.partition p
                    where p.instance_id = :instance and p.state = 'claimed'
                      and p.number between coalesce(:only, 0) and coalesce(:only, 2147483647)) as claimed
            """;

    private static final String WAITING = """
            select number, step_execution_id from migrate.partition
            where instance_id = :instance and state = 'waiting' and fresh and number > :after
              and number between coalesce(:only, 0) and coalesce(:only, 2147483647)
            order by number nulls first limit :limit
            """;

    private static final String LEFT = """
            select (select count(*) from migrate.partition where instance_id = :instance and state = 'waiting')
                 + (select count(*) from migrate.partition where instance_id = :instance and state = 'claimed')
            """;

    private static final String TOTAL = "select count(*) from migrate.partition where instance_id = :instance";

    private final JdbcClient repository;

    public Partitions(JdbcClient repository) {
        this.repository = repository;
    }

    /**
     * What there is still to do now, of one partition or of all.
     *
     * @param from the number from which on to look for one that waits, before those with lower numbers: an index keeps what no
     *     longer waits for as long as any transaction may see it, and not all of that is to be passed each time
     */
    public Outlook outlook(long instance, int from, OptionalInt only) {
        Outlook outlook = repository
                .sql(OUTLOOK)
                .param("instance", instance)
                .param("from", from)
                .param("only", number(only), Types.INTEGER)
                .query(Outlook.class)
                .single();
        return outlook.isWaiting() || from == 0 ? outlook : outlook(instance, 0, only);
    }

    /** How many are neither done nor failed. */
    public long left(long instance) {
        return count(LEFT, instance);
    }

    /** How many there are. Reads them all. */
    public long total(long instance) {
        return count(TOTAL, instance);
    }

    private long count(String sql, long instance) {
        return repository.sql(sql).param("instance", instance).query(Long.class).single();
    }

    private static @Nullable Integer number(OptionalInt only) {
        return only.isPresent() ? only.getAsInt() : null;
    }

    /** The next partitions that wait with an attempt that has not begun, beyond a number. */
    public List<Offer> waiting(long instance, OptionalInt only, int after, int limit) {
        return repository
                .sql(WAITING)
                .param("instance", instance)
                .param("only", number(only), Types.INTEGER)
                .param("after", after)
                .param("limit", limit)
                .query((row, i) -> new Offer(
                        row.getInt("number"),
                        new StepExecutionRequest(
                                StepNames.worker(row.getInt("number")), row.getLong("step_execution_id"))))
                .list();
    }
}
