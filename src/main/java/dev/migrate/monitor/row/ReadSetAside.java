package dev.migrate.monitor.row;

import dev.migrate.job.FailedRow;
import dev.migrate.job.key.DatabaseName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows that were set aside, in the order of partitions and keys. */
public final class ReadSetAside {

    private static final String SELECT = """
            select p.database, f.key::text, f.error, f.attempts
            from migrate.failed_row f join migrate.partition p on p.instance_id = f.instance_id and p.number = f.partition
            where f.instance_id = ? order by f.partition, f.id limit ?
            """;

    private static final String AFTER = """
            select p.database, f.key::text, f.error, f.attempts, f.id
            from migrate.failed_row f join migrate.partition p on p.instance_id = f.instance_id and p.number = f.partition
            where f.instance_id = :instance and f.id > :after order by f.id limit :limit
            """;

    private ReadSetAside() {}

    /** From a repository. */
    public static StreamedRows<SetAside> of(DataSource repository) {
        return new StreamedRows<>(repository, SELECT, ReadSetAside::setAside);
    }

    /** Those beyond an id, in the order in which they were stored. */
    public static List<Numbered<SetAside>> after(JdbcClient repository, long instance, long id, int limit) {
        return repository
                .sql(AFTER)
                .param("instance", instance)
                .param("after", id)
                .param("limit", limit)
                .query((row, number) -> new Numbered<>(row.getLong(5), setAside(row)))
                .list();
    }

    private static SetAside setAside(ResultSet row) throws SQLException {
        return new SetAside(
                new DatabaseName(row.getString(1)),
                new FailedRow(StoredRow.keyColumns(row.getString(2)), row.getString(3), row.getInt(4)));
    }
}
