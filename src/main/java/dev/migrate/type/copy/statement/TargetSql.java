package dev.migrate.type.copy.statement;

import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.TableName;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the target is told.
 *
 * @param key by which a row is known to be there already
 */
public record TargetSql(TableName table, List<CopiedColumn> columns, OnConflict onConflict, List<ColumnName> key) {

    private static final String STAGING = "pg_temp.migrate_page";

    public TargetSql {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** Puts rows into the table that have its columns, in their order. */
    public BoundSql insert(BoundSql rows) {
        return BoundSql.of("insert into %s (%s)\n".formatted(table.quoted(), names()))
                .then(rows)
                .then(conflict());
    }

    /** Whether rows can be streamed right into the table. */
    public boolean takesStream() {
        return onConflict == OnConflict.ERROR
                && columns.stream().noneMatch(column -> column.travel() == CopiedColumn.Travel.TEXT);
    }

    /** Takes a stream right into the table. */
    public String copy() {
        return copyInto(table.quoted());
    }

    /** Makes the table in which a stream is kept until it has arrived. */
    public String makeStaging() {
        return "create temporary table migrate_page (%s) on commit drop"
                .formatted(each(column -> column.name().quoted() + " " + column.wire()));
    }

    public String copyIntoStaging() {
        return copyInto(STAGING);
    }

    /** Puts into the table what has arrived. */
    public BoundSql insertStaged() {
        return insert(BoundSql.of("select %s from %s".formatted(each(CopiedColumn::arrived), STAGING)));
    }

    public String dropStaging() {
        return "drop table " + STAGING;
    }

    private String copyInto(String into) {
        return "copy %s (%s) from stdin (format binary)".formatted(into, names());
    }

    private String conflict() {
        return switch (onConflict) {
            case ERROR -> "";
            case UPDATE -> onKey() + (updates().isEmpty() ? "do nothing" : "do update set " + updates());
            case NOTHING -> onKey() + "do nothing";
        };
    }

    private String onKey() {
        return key.stream().map(ColumnName::quoted).collect(Collectors.joining(", ", "\non conflict (", ") "));
    }

    private String updates() {
        return columns.stream()
                .map(CopiedColumn::name)
                .filter(name -> !key.contains(name))
                .map(name -> "%1$s = excluded.%1$s".formatted(name.quoted()))
                .collect(Collectors.joining(", "));
    }

    private String names() {
        return each(column -> column.name().quoted());
    }

    private String each(Function<CopiedColumn, String> sql) {
        return columns.stream().map(sql).collect(Collectors.joining(", "));
    }
}
