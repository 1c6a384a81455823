package dev.migrate.type.compare.repair;

import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.RowSource;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import dev.migrate.type.compare.repair.shape.TargetColumn;
import dev.migrate.type.compare.repair.shape.TargetTable;
import dev.migrate.type.compare.repair.statement.TargetSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table that can be made to agree with its source. Immutable.
 *
 * @param sourceTypes of all columns of the source, as SQL writes them
 */
public record RepairedTable(RowSource rows, RowHash hash, TargetTable table, Map<ColumnName, String> sourceTypes) {

    public RepairedTable {
        sourceTypes = Map.copyOf(sourceTypes);
    }

    public DatabaseName database() {
        return rows.database();
    }

    TargetSql sql() {
        return new TargetSql(rows, hash, table);
    }

    /** The types of all columns. */
    Map<ColumnName, String> types() {
        return table.columns().stream().collect(Collectors.toMap(TargetColumn::name, TargetColumn::type));
    }

    /** What a new row is given: the columns that both sides have, compared or not. */
    List<TargetColumn> inserted() {
        return table.columns().stream()
                .filter(TargetColumn::isInsertable)
                .filter(column -> sourceTypes.containsKey(column.name()))
                .toList();
    }

    /** Those of the compared columns that can be given another value. */
    List<TargetColumn> updated() {
        return hash.columns().stream()
                .map(ComparedColumn::name)
                .flatMap(name -> table.column(name).stream())
                .filter(TargetColumn::isUpdatable)
                .toList();
    }

    /** What a page may run, for a person to read; an update sets just the columns that differ. */
    public List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add(shown("is missing", sql().insert(inserted(), List.of()).sql()));
        if (!updated().isEmpty()) {
            statements.add(shown("differs", sql().update(updated(), List.of()).sql()));
        }
        statements.add(shown("is extra", sql().delete(List.of()).sql()));
        return statements;
    }

    private String shown(String when, String sql) {
        return "-- on %s, where a row %s\n%s".formatted(database(), when, sql);
    }

    /** What a user should know, a sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("repaired: %s in %s is made to agree with the source".formatted(rows.table(), database()));
        if (!table.triggers().isEmpty()) {
            notes.add("its triggers fire: " + String.join(", ", table.triggers()));
        }
        if (!table.followers().isEmpty()) {
            notes.add(
                    "rows of other tables that refer to it are deleted or changed with it, as their foreign keys say: "
                            + String.join(", ", table.followers()));
        }
        return notes;
    }
}
