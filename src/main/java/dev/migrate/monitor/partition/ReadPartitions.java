package dev.migrate.monitor.partition;

import dev.migrate.job.Partition;
import dev.migrate.monitor.partition.PartitionState.Holder;
import dev.migrate.monitor.partition.PartitionState.PageTimes;
import dev.migrate.monitor.stored.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads single partitions of an instance. Thread-safe. */
public final class ReadPartitions {

    private static final String COLUMNS = """
            p.instance_id, p.number, p.database, p.lower::text as lower, p.upper::text as upper, p.state, p.split_from, p.attempts,
            p.read,
            p.missing + p.extra + p.different + p.broken as findings, p.output, p.reason, p.page, p.page_ms,
            p.slowest_page_ms, w.host, w.pid,
            extract(epoch from clock_timestamp() - p.claimed_at)::float8 as claimed_seconds,
            extract(epoch from clock_timestamp() - greatest(p.page_at, p.claimed_at))::float8 as page_seconds
            """;

    private static final String IN_ORDER = """
            select %s
            from migrate.partition p left join migrate.worker w on w.id = p.worker and p.state = 'claimed'
            where p.instance_id = :instance and p.number > :after and (:state::text is null or p.state = :state)
            order by p.number limit :limit
            """.formatted(COLUMNS);

    private static final String SLOWEST = """
            with %s, longest as materialized (
                select p.number, taken.seconds, p.state = 'claimed' and taken.seconds > usual.most as slow
                from migrate.partition p cross join usual cross join lateral (select %s as seconds) taken
                where p.instance_id = :instance and p.state in ('claimed', 'done') and taken.seconds > 0
                order by slow desc, taken.seconds desc, p.number limit :limit
            )
            select %s, l.seconds, l.slow
            from longest l join migrate.partition p on p.instance_id = :instance and p.number = l.number
            left join migrate.worker w on w.id = p.worker and p.state = 'claimed'
            order by l.slow desc, l.seconds desc, p.number
            """.formatted(TimedPartitions.USUAL, TimedPartitions.SECONDS, COLUMNS);

    private final JdbcClient repository;

    public ReadPartitions(JdbcClient repository) {
        this.repository = repository;
    }

    public List<PartitionState> failed(long instance, int limit) {
        return inOrder(instance, "failed", 0, limit);
    }

    /** In the order of their numbers, those beyond a number. */
    public List<PartitionState> after(long instance, int number, int limit) {
        return inOrder(instance, null, number, limit);
    }

    /** Those that took the longest: first what is slow and still in hand. */
    public List<SlowPartition> slowest(long instance, int limit) {
        return limited(SLOWEST, instance, limit)
                .query((row, number) -> new SlowPartition(state(row), row.getDouble("seconds"), row.getBoolean("slow")))
                .list();
    }

    private List<PartitionState> inOrder(long instance, @Nullable String state, int after, int limit) {
        return limited(IN_ORDER, instance, limit)
                .param("state", state)
                .param("after", after)
                .query((row, number) -> state(row))
                .list();
    }

    private StatementSpec limited(String sql, long instance, int limit) {
        return repository.sql(sql).param("instance", instance).param("limit", limit);
    }

    private static PartitionState state(ResultSet row) throws SQLException {
        Partition partition = new Partition(
                row.getLong("instance_id"),
                row.getInt("number"),
                Stored.database(row.getString("database")),
                Stored.range(row.getString("lower"), row.getString("upper")));
        return new PartitionState(
                partition,
                row.getString("state"),
                row.getObject("split_from", Integer.class),
                row.getInt("attempts"),
                row.getLong("read"),
                row.getLong("findings"),
                row.getString("output"),
                row.getString("reason"),
                new PageTimes(row.getLong("page"), row.getLong("page_ms"), row.getLong("slowest_page_ms")),
                holder(row));
    }

    private static @Nullable Holder holder(ResultSet row) throws SQLException {
        String host = row.getString("host");
        return host == null
                ? null
                : new Holder(
                        host,
                        row.getLong("pid"),
                        row.getObject("claimed_seconds", Double.class),
                        row.getObject("page_seconds", Double.class));
    }
}
