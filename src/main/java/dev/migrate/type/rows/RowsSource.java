package dev.migrate.type.rows;

import dev.migrate.definition.Source;
import dev.migrate.definition.yaml.Inline;
import dev.migrate.job.key.ColumnName;
import java.util.HashSet;
import java.util.List;

/**
 * The rows that are handled.
 *
 * @param columns what is read of each; empty: all
 */
public record RowsSource(@Inline Source rows, List<ColumnName> columns) {

    public RowsSource {
        columns = List.copyOf(columns);
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("\"columns\" names something twice");
        }
    }
}
