package dev.migrate.monitor.row;

import dev.migrate.job.Finding;
import dev.migrate.job.key.DatabaseName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** Reads findings, in the order of partitions and keys. */
public final class ReadFindings {

    private static final String SELECT = """
            select database, key::text, kind, rule, columns::text from migrate.finding
            where instance_id = ? order by partition, id limit ?
            """;

    private ReadFindings() {}

    /** From a repository. */
    public static StreamedRows<Finding> of(DataSource repository) {
        return new StreamedRows<>(repository, SELECT, ReadFindings::finding);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                new DatabaseName(row.getString(1)),
                StoredRow.keyColumns(row.getString(2)),
                Finding.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                StoredRow.columns(row.getString(5)));
    }
}
