package dev.migrate.type.copy;

import dev.migrate.definition.sql.PageSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.type.copy.page.Transfer;
import dev.migrate.type.copy.statement.CopiedColumn;
import java.util.List;

/**
 * How rows get from one database of the source to the target.
 *
 * @param within whether both are one database
 */
record Route(PageSql page, List<CopiedColumn> columns, Transfer transfer, boolean within) {

    Route {
        columns = List.copyOf(columns);
    }

    DatabaseName source() {
        return page.rows().database();
    }

    /** The columns whose values the target casts from texts. */
    List<ColumnName> asText() {
        return columns.stream()
                .filter(column -> column.travel() == CopiedColumn.Travel.TEXT)
                .map(CopiedColumn::name)
                .toList();
    }

    /** What a page runs, for a person to read. */
    String shown() {
        return page.shownCount() + ";\n" + transfer.shown();
    }
}
