package dev.migrate.engine.checkpoint;

import dev.migrate.database.Query;
import dev.migrate.job.PageResult;
import dev.migrate.job.key.KeyValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The row of one partition, as one connection reads and writes it under one fence. Used by one thread. */
final class CheckpointRow {

    private static final String WHERE = " where repository = ?::uuid and instance = ? and partition = ?";

    private static final String FENCE = """
            insert into migrate.checkpoint as c (repository, instance, partition, fence) values (?::uuid, ?, ?, ?)
            on conflict (repository, instance, partition)
            do update set fence = excluded.fence where c.fence < excluded.fence
            """;

    private static final String READ = "select fence, page, position, result from migrate.checkpoint" + WHERE;

    private static final String LOCK =
            "select txid_current() from migrate.checkpoint" + WHERE + " and fence = ? and page = ? for update";

    private static final String MOVE = "update migrate.checkpoint set page = ?, position = ?::json, result = ?::json"
            + WHERE + " and fence = ? and page = ? and txid_current() = ?";

    private final Connection connection;
    private final Fence fence;

    CheckpointRow(Connection connection, Fence fence) {
        this.connection = connection;
        this.fence = fence;
    }

    /** Ends the right of lower fences; leaves a higher one alone. Makes the row if there is none. */
    void fence() throws SQLException {
        try (PreparedStatement statement = prepare(FENCE, fence.number())) {
            statement.executeUpdate();
        }
    }

    Optional<Checkpoint> read() throws SQLException {
        try (PreparedStatement statement = prepare(READ);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(checkpoint(row)) : Optional.empty();
        }
    }

    /** Locks the row for a page, if it is this fence's and the page is the next one; returns the transaction's id. */
    OptionalLong lock(long page) throws SQLException {
        try (PreparedStatement statement = prepare(LOCK, fence.number(), page - 1);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Says that a page is done; false if this is not the transaction that locked the row for it. */
    boolean move(long page, KeyValue position, PageResult result, long transaction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            List<@Nullable Object> arguments =
                    new ArrayList<>(List.of(page, CheckpointJson.write(position), CheckpointJson.write(result)));
            arguments.addAll(partitionAnd(fence.number(), page - 1, transaction));
            Query.bind(connection, statement, arguments);
            return statement.executeUpdate() == 1;
        }
    }

    private PreparedStatement prepare(String sql, Object... more) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        Query.bind(connection, statement, partitionAnd(more));
        return statement;
    }

    private List<@Nullable Object> partitionAnd(Object... more) {
        List<@Nullable Object> arguments =
                new ArrayList<>(List.of(fence.repository().toString(), fence.instance(), fence.partition()));
        arguments.addAll(Arrays.asList(more));
        return arguments;
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong("fence"),
                row.getLong("page"),
                CheckpointJson.position(row.getString("position")),
                CheckpointJson.result(row.getString("result")));
    }
}
