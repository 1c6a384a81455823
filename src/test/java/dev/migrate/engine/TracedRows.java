package dev.migrate.engine;

import dev.migrate.database.Query;
import dev.migrate.job.FailedRow;
import dev.migrate.job.Finding;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.Partition;
import dev.migrate.job.TargetWork;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyPredicate;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.RowSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The rows of a partition, as {@link TracingJobType} works on them. */
final class TracedRows {

    private final TracingJobType type;
    private final Partition partition;
    private final RowSource rows;

    TracedRows(TracingJobType type, Partition partition, RowSource rows) {
        this.type = type;
        this.partition = partition;
        this.rows = rows;
    }

    PageWork reading(DataSource source) {
        return page -> {
            try (Connection connection = source.getConnection()) {
                return work(page, connection, select(page.range()), 0);
            }
        };
    }

    TargetWork counting() {
        return new TargetWork() {
            @Override
            public DatabaseName target() {
                return rows.database();
            }

            @Override
            public PageResult apply(Page page, Connection target) throws Exception {
                PageResult result = work(page, target, count(page.range()), 1);
                for (FailedRow row : result.failedRows()) {
                    ids(
                            BoundSql.of(
                                    "update item set n = n - 1 where id = ?::bigint returning id",
                                    String.valueOf(row.key().get("id"))),
                            target);
                }
                return result;
            }
        };
    }

    private PageResult work(Page page, Connection connection, BoundSql sql, int writes) throws Exception {
        type.before(partition, page);
        List<Long> ids = ids(sql, connection);
        List<FailedRow> failed = ids.stream()
                .filter(type::setsAside)
                .map(id -> new FailedRow(Map.of("id", id), "no luck with " + id, 1))
                .toList();
        List<Finding> found = ids.stream()
                .filter(id -> id % 10 == 7 && !type.setsAside(id))
                .map(id -> new Finding(rows.database(), Map.of("id", id), Finding.Kind.BROKEN, "seven", Map.of()))
                .toList();
        type.after(partition, page);
        long handled = (long) ids.size() - failed.size();
        Ledger ledger =
                new Ledger(ids.size(), handled - found.size(), found.size(), 0, failed.size(), writes * handled);
        return new PageResult(ledger, found, failed, ids.size());
    }

    private BoundSql select(KeyRange range) {
        return BoundSql.of("select id from " + rows.table().quoted() + " where ")
                .then(KeyPredicate.within(rows.key(), range));
    }

    private BoundSql count(KeyRange range) {
        return BoundSql.of("update " + rows.table().quoted() + " set n = n + 1 where ")
                .then(KeyPredicate.within(rows.key(), range))
                .then(" returning id");
    }

    private static List<Long> ids(BoundSql sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.sql())) {
            Query.bind(connection, statement, sql.arguments());
            List<Long> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        }
    }
}
