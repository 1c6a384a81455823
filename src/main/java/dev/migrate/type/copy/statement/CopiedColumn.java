package dev.migrate.type.copy.statement;

import dev.migrate.job.key.ColumnName;

/**
 * A column of the select that is copied to the column of the same name.
 *
 * @param type the target's, as SQL writes it
 * @param wire the type in which the values travel from one server to another, as SQL writes it
 */
public record CopiedColumn(ColumnName name, String type, String wire, Travel travel) {

    /** How values get from one server to another. */
    public enum Travel {
        /** In the form in which every server of any version sends and takes the type. */
        BINARY,
        /** As the label of an enum, whose binary form is that of the text. */
        LABEL,
        /** As a text that the target casts. */
        TEXT
    }

    /** What becomes of the values once they have arrived. */
    String arrived() {
        return travel == Travel.BINARY ? name.quoted() : name.quoted() + "::" + type;
    }

    String sent() {
        return name.quoted() + "::" + wire;
    }
}
