package dev.migrate.job.key;

import java.util.List;

/** A column as the catalog names it. */
public record ColumnName(String value) {

    public ColumnName {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }

    /**
     * Reads a name as SQL does: {@code id}, {@code "Odd Name"}.
     *
     * @throws IllegalArgumentException if it is not a single name
     */
    public static ColumnName of(String sql) {
        List<String> parts = Identifier.parts(sql.strip());
        if (parts.size() != 1) {
            throw new IllegalArgumentException("\"" + sql + "\" is not a column");
        }
        return new ColumnName(parts.get(0));
    }

    /** The name as it stands in SQL. */
    public String quoted() {
        return Identifier.quoted(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
