package dev.migrate.job.key;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as the catalog names it; without a schema it is looked up along the search path. */
public record TableName(@Nullable String schema, String name) {

    public TableName {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a table needs a name");
        }
    }

    /**
     * Reads a name as SQL does: {@code posts}, {@code forum.posts}, {@code "Odd Name"}.
     *
     * @throws IllegalArgumentException if it is not a name of one or two parts
     */
    public static TableName of(String sql) {
        List<String> parts = Identifier.parts(sql.strip());
        return switch (parts.size()) {
            case 1 -> new TableName(null, parts.get(0));
            case 2 -> new TableName(parts.get(0), parts.get(1));
            default ->
                throw new IllegalArgumentException("\"" + sql + "\" is not a table: write table or schema.table");
        };
    }

    /** The name as it stands in SQL, every part quoted. */
    public String quoted() {
        String table = Identifier.quoted(name);
        return schema == null ? table : Identifier.quoted(schema) + "." + table;
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
