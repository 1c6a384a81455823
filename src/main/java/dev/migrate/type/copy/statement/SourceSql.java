package dev.migrate.type.copy.statement;

import dev.migrate.definition.sql.PageSql;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.KeyRange;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is asked of the source. */
public record SourceSql(PageSql page, List<CopiedColumn> columns) {

    public SourceSql {
        columns = List.copyOf(columns);
    }

    /** The user's select between nulls, with whatever columns it has: for the server to look at. */
    public static BoundSql everything(PageSql page) {
        return selected("*", page.unbounded());
    }

    /** The rows of a page, for the server that has them. */
    public BoundSql rows(KeyRange range) {
        return selected(names(), page.statement(range));
    }

    /** The same between nulls. */
    public BoundSql unbounded() {
        return selected(names(), page.unbounded());
    }

    /** The rows of a page, for another server. */
    public BoundSql sent(KeyRange range) {
        return selected(each(CopiedColumn::sent), page.statement(range));
    }

    /** {@link #rows} for a person to read. */
    public String shown() {
        return selected(names(), BoundSql.of(page.shown())).sql();
    }

    /** {@link #sent} for a person to read. */
    public String shownSent() {
        return "copy ("
                + selected(each(CopiedColumn::sent), BoundSql.of(page.shown())).sql() + ") to stdout (format binary)";
    }

    private String names() {
        return each(column -> column.name().quoted());
    }

    private String each(Function<CopiedColumn, String> sql) {
        return columns.stream().map(sql).collect(Collectors.joining(", "));
    }

    private static BoundSql selected(String columns, BoundSql select) {
        return BoundSql.of("select " + columns + " from (\n").then(select).then("\n) as migrate_rows");
    }
}
