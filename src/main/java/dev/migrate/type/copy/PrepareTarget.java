package dev.migrate.type.copy;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.database.ServerMessage;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.table.check.CheckTable;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.copy.column.TargetFacts;
import dev.migrate.type.copy.statement.OnConflict;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A target that is there.
 *
 * @param key by which a row is known to be there already; empty where nobody asks
 */
record PrepareTarget(CheckedTable table, TargetFacts facts, List<ColumnName> key) {

    /** Looks for it. */
    static PrepareTarget of(Databases databases, JobRequest request, CopyDefinition definition) {
        CopyTarget target = definition.target();
        CheckTable check = new CheckTable(databases, request, "target");
        CheckedTable table = check.table(target.database(), "database", target.table());
        Query query = new Query(databases.dataSource(target.database()));
        try {
            TargetFacts facts = TargetFacts.of(table.shape().name(), query);
            return new PrepareTarget(table, facts, key(check, table, request, target));
        } catch (SQLException e) {
            throw new UserMistake(
                    request.mistake(
                                    "target.table",
                                    "a look at table %s failed: %s; put that right"
                                            .formatted(table, ServerMessage.of(e)))
                            .sentences()
                            .get(0),
                    e);
        }
    }

    private static List<ColumnName> key(CheckTable check, CheckedTable table, JobRequest request, CopyTarget target) {
        if (target.onConflict() == OnConflict.ERROR) {
            return List.of();
        }
        List<ColumnName> key = check.key(table, target.key()).columns().stream()
                .map(Key.Column::name)
                .toList();
        boolean isUnique = table.shape().uniqueKeys().stream()
                .anyMatch(unique -> new HashSet<>(unique).equals(new HashSet<>(key)));
        if (table.shape().isConstrained() && !isUnique) {
            throw request.mistake(
                    "target.key",
                    "table %s has no unique index on just the columns %s that is checked at once, by which on-conflict could know a row; name those of one with key: [...]"
                            .formatted(
                                    table, key.stream().map(ColumnName::value).collect(Collectors.joining(", "))));
        }
        return key;
    }
}
