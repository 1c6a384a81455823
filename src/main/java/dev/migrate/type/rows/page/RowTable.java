package dev.migrate.type.rows.page;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.TableShape;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The rows of a job on one of its databases.
 *
 * @param columns what a handler or a program gets to see of each, in order
 * @param dataSource of the database
 */
public record RowTable(RowSource rows, List<TableShape.Column> columns, DataSource dataSource) {

    public RowTable {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a row without columns tells nothing");
        }
    }

    public DatabaseName database() {
        return rows.database();
    }

    /** The columns as SQL writes them: {@code "id", "body"}. */
    public String quotedColumns() {
        return columns.stream().map(column -> column.name().quoted()).collect(Collectors.joining(", "));
    }
}
