package dev.migrate.type.rows;

import dev.migrate.database.Databases;
import dev.migrate.definition.Source;
import dev.migrate.definition.sql.SqlParameters;
import dev.migrate.job.JobRequest;
import dev.migrate.job.Nearest;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckShards;
import dev.migrate.table.check.CheckedRows;
import dev.migrate.type.rows.page.RowAction;
import dev.migrate.type.rows.page.RowTable;
import java.util.ArrayList;
import java.util.List;

/** Holds a definition against each of its databases. */
final class PrepareRows {

    private final Databases databases;
    private final JobRequest request;
    private final RowsDefinition definition;

    PrepareRows(Databases databases, JobRequest request, RowsDefinition definition) {
        this.databases = databases;
        this.request = request;
        this.definition = definition;
    }

    RowsJob prepare(RowAction action) {
        Source source = definition.source().rows();
        BoundSql where = new SqlParameters(request).condition("source.where", source.where());
        List<RowTable> tables = new CheckShards(databases, request, "source")
                .rows(source.keys(), source.table(), source.key(), where).stream()
                        .map(this::table)
                        .toList();
        return new RowsJob(tables, action, definition.onError());
    }

    private RowTable table(CheckedRows shard) {
        return new RowTable(shard.rows(), columns(shard), databases.dataSource(shard.database()));
    }

    private List<TableShape.Column> columns(CheckedRows shard) {
        List<ColumnName> names = definition.source().columns();
        if (names.isEmpty()) {
            return shard.table().shape().columns();
        }
        List<TableShape.Column> columns = new ArrayList<>();
        for (ColumnName name : names) {
            columns.add(column(shard, name, columns.size()));
        }
        return columns;
    }

    private TableShape.Column column(CheckedRows shard, ColumnName name, int index) {
        TableShape shape = shard.table().shape();
        return shape.column(name).orElseThrow(() -> {
            List<String> known =
                    shape.columns().stream().map(c -> c.name().value()).toList();
            String hint = Nearest.to(name.value(), known)
                    .map("; did you mean \"%s\"?"::formatted)
                    .orElse("");
            return request.mistake(
                    "source.columns[" + index + "]",
                    "there is no column \"%s\" in table %s%s".formatted(name, shard.table(), hint));
        });
    }
}
