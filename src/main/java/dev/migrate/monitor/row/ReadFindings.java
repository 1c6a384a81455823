package dev.migrate.monitor.row;

import dev.migrate.job.Finding;
import dev.migrate.job.key.DatabaseName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads findings, in the order of partitions and keys. */
public final class ReadFindings {

    private static final String SELECT = """
            select database, key::text, kind, rule, columns::text from migrate.finding
            where instance_id = ? order by partition, id limit ?
            """;

    private static final String AFTER = """
            select database, key::text, kind, rule, columns::text, id from migrate.finding
            where instance_id = :instance and id > :after order by id limit :limit
            """;

    private ReadFindings() {}

    /** From a repository. */
    public static StreamedRows<Finding> of(DataSource repository) {
        return new StreamedRows<>(repository, SELECT, ReadFindings::finding);
    }

    /** Those beyond an id, in the order in which they were stored. */
    public static List<Numbered<Finding>> after(JdbcClient repository, long instance, long id, int limit) {
        return repository
                .sql(AFTER)
                .param("instance", instance)
                .param("after", id)
                .param("limit", limit)
                .query((row, number) -> new Numbered<>(row.getLong(6), finding(row)))
                .list();
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
