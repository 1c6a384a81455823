package dev.migrate.type.copy.column;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks a server what types a select has. Thread-safe. */
final class SelectedTypes {

    // The planner sees that no row of the select is wanted.
    private static final String GIVEN = """
            with recursive typed (at, type) as (
                select given.at, given.type
                from (select 1) as one
                left join (""";
    private static final String TYPES = """
            ) as migrate_rows on false
                cross join lateral (values %s) as given (at, type)
                union all
                select typed.at, d.typbasetype from typed join pg_type d on d.oid = typed.type and d.typtype = 'd'
            )
            select quote_ident(n.nspname) || '.' || quote_ident(t.typname)
            from typed
            join pg_type t on t.oid = typed.type and t.typtype <> 'd'
            join pg_namespace n on n.oid = t.typnamespace
            order by typed.at
            """;

    private final Query query;

    SelectedTypes(Query query) {
        this.query = query;
    }

    /** The named columns of a select, which have different names. */
    List<SelectedColumn> of(BoundSql select, List<ColumnName> names) throws SQLException {
        String types = IntStream.range(0, names.size())
                .mapToObj(i -> "(%d, pg_typeof(migrate_rows.%s)::oid)"
                        .formatted(i, names.get(i).quoted()))
                .collect(Collectors.joining(", "));
        List<String> found =
                query.list(BoundSql.of(GIVEN).then(select).then(TYPES.replace("%s", types)), row -> row.getString(1));
        return IntStream.range(0, names.size())
                .mapToObj(i -> new SelectedColumn(names.get(i), found.get(i)))
                .toList();
    }
}
