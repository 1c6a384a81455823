package dev.migrate.type.compare;

import dev.migrate.job.Comparison;
import dev.migrate.job.key.ColumnName;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells of each column of two tables how it is compared, or why it is not. */
record TellComparison(CompareDefinition definition, CheckedTable source, CheckedTable target) {

    Comparison of(RowHash hash) {
        List<ComparedColumn> compared =
                Stream.concat(hash.key().stream(), hash.columns().stream()).toList();
        Set<ColumnName> names =
                new HashSet<>(compared.stream().map(ComparedColumn::name).toList());
        return new Comparison(
                compared.stream()
                        .map(column -> new Comparison.Column(column.name(), by(hash, column)))
                        .toList(),
                Stream.concat(columns(source), columns(target))
                        .distinct()
                        .filter(name -> !names.contains(name))
                        .map(name -> new Comparison.LeftOut(name, why(name)))
                        .toList());
    }

    private static String by(RowHash hash, ComparedColumn column) {
        String by = switch (hash.way()) {
            case TYPED -> column.typed() ? "typed hash" : "text";
            case TEXT -> "text";
            case DIGEST -> "digest of the text";
        };
        return column.equality().isEmpty() ? by : by + ", then by value";
    }

    private String why(ColumnName name) {
        if (definition.exclude().contains(name)) {
            return "excluded";
        }
        if (target.shape().column(name).isEmpty()) {
            return "only in the source";
        }
        return source.shape().column(name).isEmpty() ? "only in the target" : "not one of the columns given";
    }

    private static Stream<ColumnName> columns(CheckedTable table) {
        return table.shape().columns().stream().map(TableShape.Column::name);
    }
}
