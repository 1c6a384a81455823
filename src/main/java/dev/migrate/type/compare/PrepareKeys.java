package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.key.KeyedTable;
import dev.migrate.type.compare.key.MatchKeys;
import dev.migrate.type.compare.key.MatchedKeys;
import java.util.ArrayList;
import java.util.List;

/** Finds the key of each table. */
final class PrepareKeys {

    private final JobRequest request;
    private final MatchKeys match;

    PrepareKeys(Databases databases, JobRequest request) {
        this.request = request;
        this.match = new MatchKeys(databases, request);
    }

    /** Those of the sources, then those of the targets: of the same columns everywhere, and of the same order. */
    MatchedKeys of(SideTables sources, SideTables targets) {
        List<KeyedTable> tables = new ArrayList<>(List.of(keyed(sources, sources.first(), given(sources, targets))));
        List<ColumnName> columns =
                tables.get(0).key().columns().stream().map(Key.Column::name).toList();
        sources.tables().stream().skip(1).forEach(table -> tables.add(keyed(sources, table, columns)));
        targets.tables().forEach(table -> tables.add(keyed(targets, table, columns)));
        return match.match(tables);
    }

    private static KeyedTable keyed(SideTables side, CheckedTable table, List<ColumnName> columns) {
        return new KeyedTable(table, side.check().key(table, columns));
    }

    /** Either side may name the key; where both do, with the same columns. */
    private List<ColumnName> given(SideTables sources, SideTables targets) {
        List<ColumnName> ofSource = sources.definition().key();
        List<ColumnName> ofTarget = targets.definition().key();
        if (!ofSource.isEmpty() && !ofTarget.isEmpty() && !ofSource.equals(ofTarget)) {
            throw request.mistake("target.key", "the key has other columns than that of the source; give it once");
        }
        return ofSource.isEmpty() ? ofTarget : ofSource;
    }
}
