package dev.migrate.monitor;

import dev.migrate.job.Partition;
import dev.migrate.job.key.DatabaseName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads single partitions of an instance. Thread-safe. */
final class ReadPartitions {

    private static final String SELECT = """
            select instance_id, number, database, lower::text as lower, upper::text as upper, state, attempts, read,
                   missing + extra + different + broken as findings, output, reason
            from migrate.partition
            where instance_id = :instance and number > :after and (:state::text is null or state = :state)
            order by number limit :limit
            """;

    private final JdbcClient repository;

    ReadPartitions(JdbcClient repository) {
        this.repository = repository;
    }

    List<PartitionState> failed(long instance, int limit) {
        return select(instance, "failed", 0, limit);
    }

    List<PartitionState> after(long instance, int number, int limit) {
        return select(instance, null, number, limit);
    }

    private List<PartitionState> select(long instance, @Nullable String state, int after, int limit) {
        return repository
                .sql(SELECT)
                .param("instance", instance)
                .param("state", state)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> state(row))
                .list();
    }

    private static PartitionState state(ResultSet row) throws SQLException {
        String database = row.getString("database");
        Partition partition = new Partition(
                row.getLong("instance_id"),
                row.getInt("number"),
                database == null ? null : new DatabaseName(database),
                Stored.range(row.getString("lower"), row.getString("upper")));
        return new PartitionState(
                partition,
                row.getString("state"),
                row.getInt("attempts"),
                row.getLong("read"),
                row.getLong("findings"),
                row.getString("output"),
                row.getString("reason"));
    }
}
