package dev.migrate.type.compare.repair.shape;

import dev.migrate.job.key.ColumnName;

/**
 * A column of the table that is repaired.
 *
 * @param type to which a text is cast, as SQL writes it: without length or precision, which an assignment applies and a cast
 *     would cut a value to
 */
public record TargetColumn(ColumnName name, String type, Filled filled) {

    /** Who gives it its values. */
    public enum Filled {
        /** Whoever writes a row. */
        BY_WRITERS,
        /** The server, unless an insert overrides it; an update cannot. */
        BY_SEQUENCE,
        /** The server alone: it computes them from other columns. */
        BY_EXPRESSION
    }

    /** Whether an insert can give it a value. */
    public boolean isInsertable() {
        return filled != Filled.BY_EXPRESSION;
    }

    /** Whether an update can. */
    public boolean isUpdatable() {
        return filled == Filled.BY_WRITERS;
    }
}
