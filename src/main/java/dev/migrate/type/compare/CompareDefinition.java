package dev.migrate.type.compare;

import dev.migrate.definition.Source;
import dev.migrate.job.key.ColumnName;
import java.util.List;

/**
 * What a job file of type compare says.
 *
 * @param exclude columns that may differ; none if {@code columns} are given
 * @param columns the columns to compare besides the key; empty: all that both sides have
 */
public record CompareDefinition(Source source, Source target, List<ColumnName> exclude, List<ColumnName> columns) {

    public CompareDefinition {
        exclude = List.copyOf(exclude);
        columns = List.copyOf(columns);
        if (!exclude.isEmpty() && !columns.isEmpty()) {
            throw new IllegalArgumentException("exclude and columns exclude each other; keep one of them");
        }
    }
}
