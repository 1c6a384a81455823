package dev.migrate.type.compare;

import dev.migrate.definition.FindingLimit;
import dev.migrate.definition.Source;
import dev.migrate.definition.yaml.Inline;
import dev.migrate.job.key.ColumnName;
import dev.migrate.type.compare.repair.Repair;
import dev.migrate.type.compare.row.Recheck;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a job file of type compare says.
 *
 * @param exclude columns that may differ; none if {@code columns} are given
 * @param columns the columns to compare besides the key; empty: all that both sides have
 * @param recheck of rows that differ; null: none
 * @param repair what is done with them besides
 */
public record CompareDefinition(
        Source source,
        Source target,
        List<ColumnName> exclude,
        List<ColumnName> columns,
        @Nullable Recheck recheck,
        @DefaultValue("none") Repair repair,
        @Inline FindingLimit limit) {

    public CompareDefinition {
        exclude = List.copyOf(exclude);
        columns = List.copyOf(columns);
        if (!exclude.isEmpty() && !columns.isEmpty()) {
            throw new IllegalArgumentException("exclude and columns exclude each other; keep one of them");
        }
    }

    /** How rows that differ are looked at again. */
    Recheck rechecks() {
        return recheck == null ? Recheck.NONE : recheck;
    }
}
