package dev.migrate.type.compare.repair.shape;

import dev.migrate.job.key.ColumnName;
import java.util.List;

/**
 * A foreign key of a table to itself.
 *
 * @param columns those of the child
 * @param referenced those of the parent, in the same order
 * @param acts whether deleting a parent deletes or changes its children
 */
public record SelfReference(List<ColumnName> columns, List<ColumnName> referenced, boolean acts) {

    public SelfReference {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
        if (columns.isEmpty() || columns.size() != referenced.size()) {
            throw new IllegalArgumentException("a foreign key from " + columns + " to " + referenced);
        }
    }
}
