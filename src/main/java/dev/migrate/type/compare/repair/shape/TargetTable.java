package dev.migrate.type.compare.repair.shape;

import dev.migrate.job.key.ColumnName;
import java.util.List;
import java.util.Optional;

/**
 * A table that is to be repaired.
 *
 * @param references its foreign keys to itself
 * @param uniqueKeys the columns of what else is unique besides the key of the comparison; that too if other keys may be equal
 *     to it
 * @param triggers the names of the user's triggers that fire
 * @param followers other tables whose rows are deleted or changed with a row that they refer to
 * @param readOnly whether its server is a standby
 */
public record TargetTable(
        List<TargetColumn> columns,
        List<SelfReference> references,
        List<List<ColumnName>> uniqueKeys,
        List<String> triggers,
        List<String> followers,
        boolean readOnly) {

    public TargetTable {
        columns = List.copyOf(columns);
        references = List.copyOf(references);
        uniqueKeys = List.copyOf(uniqueKeys);
        triggers = List.copyOf(triggers);
        followers = List.copyOf(followers);
    }

    public Optional<TargetColumn> column(ColumnName name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether what can be done with one row may depend on what was done with another one. */
    public boolean hasRelatives() {
        return !references.isEmpty() || !uniqueKeys.isEmpty();
    }
}
