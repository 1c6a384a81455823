package dev.migrate.table;

import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.TableName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says of a table or a view.
 *
 * @param name with the schema in which it was found
 * @param columns in the table's order, without dropped ones
 * @param primaryKey its columns in the key's order; empty if there is none
 * @param uniqueKeys the columns of each full unique index, the primary key's among them
 */
public record TableShape(
        TableName name,
        Kind kind,
        List<Column> columns,
        List<ColumnName> primaryKey,
        List<List<ColumnName>> uniqueKeys) {

    /** What {@code pg_class.relkind} means for a reader. */
    public enum Kind {
        TABLE,
        PARTITIONED_TABLE,
        MATERIALIZED_VIEW,
        VIEW,
        FOREIGN_TABLE
    }

    /**
     * A column.
     *
     * @param type as {@code format_type} gives it, fit for a cast: {@code character varying(20)}
     * @param base the {@code typname} under any domain, with its schema unless that is {@code pg_catalog}: {@code int8},
     *     {@code varchar}, {@code _int4}
     * @param baseType the same, fit for a cast, without length or precision: {@code character varying}, {@code ext.citext}
     * @param typtype the base type's {@code pg_type.typtype}: {@code b}, {@code c}, {@code e}, {@code r}, {@code m}
     * @param notNull never null, by constraint or by domain
     * @param generated computed by the server from other columns
     * @param deterministic whether equal texts are equal bytes under its collation
     * @param hiddenIn the schema of operators by which indexes sort its values, if the session's search path does not find
     *     them: {@code =} and {@code <} mean those of another type then; null if it does
     */
    public record Column(
            ColumnName name,
            String type,
            String base,
            String baseType,
            char typtype,
            boolean notNull,
            boolean generated,
            boolean deterministic,
            @Nullable String hiddenIn) {}

    public TableShape {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = List.copyOf(uniqueKeys);
    }

    /** Whether the server itself sees to it that columns are never null, and unique, where the catalog says so. */
    public boolean isConstrained() {
        return kind == Kind.TABLE || kind == Kind.PARTITIONED_TABLE;
    }

    /** The column of that name. */
    public Optional<Column> column(ColumnName column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }
}
