package dev.migrate.type.rows;

import dev.migrate.definition.sql.ShownSql;
import dev.migrate.job.Partition;
import dev.migrate.job.PartitionWork;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeySpace;
import dev.migrate.type.rows.page.OnError;
import dev.migrate.type.rows.page.RowAction;
import dev.migrate.type.rows.page.RowTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables whose rows something can be done with. */
final class RowsJob implements PreparedJob {

    // Nobody knows how long a row takes; the next pages are measured.
    private static final int FIRST_PAGE = 100;

    private final Map<DatabaseName, RowTable> tables = new LinkedHashMap<>();
    private final RowAction action;
    private final OnError onError;

    RowsJob(List<RowTable> tables, RowAction action, OnError onError) {
        tables.forEach(table -> this.tables.put(table.database(), table));
        this.action = action;
        this.onError = onError;
    }

    @Override
    public List<KeySpace> keySpaces() {
        return tables.values().stream()
                .map(table -> new KeySpace(List.of(table.rows())))
                .toList();
    }

    @Override
    public List<String> notes() {
        return action.notes();
    }

    @Override
    public List<String> statements() {
        Map<DatabaseName, String> shown = new LinkedHashMap<>();
        tables.forEach(
                (database, table) -> shown.put(database, action.select(table).shown()));
        return ShownSql.on(shown);
    }

    @Override
    public PartitionWork open(Partition partition) {
        RowTable table = tables.get(partition.database());
        if (table == null) {
            throw new IllegalArgumentException("the job has no table on database " + partition.database());
        }
        return action.open(table, partition);
    }

    @Override
    public Set<DatabaseName> targets(DatabaseName partitions) {
        return action.writes() ? Set.of(partitions) : Set.of();
    }

    @Override
    public long mostFailedRows() {
        return onError.skip();
    }

    @Override
    public int firstPage() {
        return FIRST_PAGE;
    }
}
