package dev.migrate.monitor.row;

import dev.migrate.job.FailedRow;
import dev.migrate.job.key.DatabaseName;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads rows that were set aside, in the order of partitions and keys. */
public final class ReadSetAside {

    private static final String SELECT = """
            select p.database, f.key::text, f.error, f.attempts
            from migrate.failed_row f join migrate.partition p on p.instance_id = f.instance_id and p.number = f.partition
            where f.instance_id = ? order by f.partition, f.id limit ?
            """;

    private ReadSetAside() {}

    /** From a repository. */
    public static StreamedRows<SetAside> of(DataSource repository) {
        return new StreamedRows<>(repository, SELECT, ReadSetAside::setAside);
    }

    private static SetAside setAside(ResultSet row) throws SQLException {
        return new SetAside(
                new DatabaseName(row.getString(1)),
                new FailedRow(StoredRow.keyColumns(row.getString(2)), row.getString(3), row.getInt(4)));
    }
}
