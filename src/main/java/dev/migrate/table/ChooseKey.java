package dev.migrate.table;

import dev.migrate.job.Nearest;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the key of a table, or says in a sentence for the user why the columns named make none. */
final class ChooseKey {

    private final TableShape table;

    ChooseKey(TableShape table) {
        this.table = table;
    }

    Key from(List<ColumnName> given) {
        return given.isEmpty() ? primaryKey() : checked(given);
    }

    private Key primaryKey() {
        if (table.primaryKey().isEmpty()) {
            throw new IllegalArgumentException(
                    described() + " has no primary key; name unique, never-null columns with key: [...]");
        }
        return key(table.primaryKey().stream().map(this::column).toList());
    }

    private Key checked(List<ColumnName> given) {
        List<TableShape.Column> columns = given.stream().map(this::column).toList();
        columns.forEach(this::checkOrdered);
        if (Set.copyOf(given).size() < given.size()) {
            throw new IllegalArgumentException("the key " + listed(given) + " names a column twice");
        }
        if (table.isConstrained()) {
            columns.forEach(this::checkNeverNull);
            checkUnique(given);
        }
        return key(columns);
    }

    private TableShape.Column column(ColumnName name) {
        return table.column(name).orElseThrow(() -> noColumn(name));
    }

    private IllegalArgumentException noColumn(ColumnName name) {
        List<String> known = table.columns().stream().map(c -> c.name().value()).toList();
        String hint = Nearest.to(name.value(), known)
                .map("; did you mean \"%s\"?"::formatted)
                .orElse("");
        return new IllegalArgumentException("there is no column \"%s\" in %s%s".formatted(name, described(), hint));
    }

    private void checkOrdered(TableShape.Column column) {
        if (!KeyType.isOrdered(column)) {
            throw new IllegalArgumentException(
                    "column \"%s\" of %s is of type %s, which has no order; a key needs columns that can be sorted"
                            .formatted(column.name(), described(), column.type()));
        }
    }

    /** Else rows would be sorted as their type does, and held against bounds as another one does. */
    private void checkFound(TableShape.Column column) {
        if (column.hiddenIn() != null) {
            String schema = new ColumnName(column.hiddenIn()).quoted();
            throw new IllegalArgumentException(
                    "column \"%s\" of %s is of type %s, whose operators are in schema %s, where the search path does not find them; add the schema to that of the user: alter role … set search_path = public, %s"
                            .formatted(column.name(), described(), column.type(), schema, schema));
        }
    }

    private void checkNeverNull(TableShape.Column column) {
        if (!column.notNull()) {
            throw new IllegalArgumentException(
                    "column \"%s\" of %s may be null; declare it not null, or name other columns with key: [...]"
                            .formatted(column.name(), described()));
        }
    }

    private void checkUnique(List<ColumnName> given) {
        boolean unique = Stream.concat(Stream.of(table.primaryKey()), table.uniqueKeys().stream())
                .filter(key -> !key.isEmpty())
                .anyMatch(new HashSet<>(given)::containsAll);
        if (!unique) {
            throw new IllegalArgumentException(
                    "columns %s are not unique in %s; add a unique index, or name other columns with key: [...]"
                            .formatted(listed(given), described()));
        }
    }

    private Key key(Collection<TableShape.Column> columns) {
        columns.forEach(this::checkFound);
        return new Key(columns.stream()
                .map(c -> new Key.Column(c.name(), KeyType.of(c)))
                .toList());
    }

    private String described() {
        String kind = switch (table.kind()) {
            case TABLE, PARTITIONED_TABLE -> "table";
            case MATERIALIZED_VIEW -> "materialized view";
            case VIEW -> "view";
            case FOREIGN_TABLE -> "foreign table";
        };
        return "%s \"%s\"".formatted(kind, table.name());
    }

    private static String listed(List<ColumnName> columns) {
        return columns.stream().map(ColumnName::value).collect(Collectors.joining(", ", "(", ")"));
    }
}
