package dev.migrate.type.copy.column;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a server what its composite types consist of. Thread-safe. */
final class Composites {

    // Lengths and domains are left to the target, which refuses a value that they do not allow.
    private static final String ATTRIBUTES = """
            with recursive part (name, at, path, type) as (
                select given.name, array[]::int[], '' collate "C", to_regtype(given.name)::oid
                from unnest(?::text[]) as given (name)
                union all
                select part.name, part.at || next.at, part.path || next.path, next.type
                from part
                join pg_type t on t.oid = part.type
                cross join lateral (
                    select 0, '', t.typbasetype where t.typtype = 'd'
                    union all
                    select 0, '[]', t.typelem where t.typtype <> 'd' and t.typcategory = 'A'
                    union all
                    select a.attnum::int, '.' || a.attname, a.atttypid
                    from pg_attribute a
                    where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
                ) as next (at, path, type)
            )
            select part.name,
                   string_agg(regexp_replace(part.path, '^(\\[\\])?\\.', '') || ' ' || t.typname, ', ' order by part.at)
                       as attributes
            from part
            join pg_type t on t.oid = part.type
            where t.typtype not in ('c', 'd') and t.typcategory <> 'A'
            group by part.name
            having bool_or(strpos(part.path, '.') > 0)
            """;

    private record Composite(String type, String attributes) {}

    private final Query query;

    Composites(Query query) {
        this.query = query;
    }

    /** Those of the types that are composite, or arrays of such, each with its attributes: {@code street text, number int4}. */
    Map<String, String> among(Collection<String> types) throws SQLException {
        List<String> names = types.stream().distinct().toList();
        return query
                .list(
                        BoundSql.of(ATTRIBUTES, names),
                        row -> new Composite(row.getString("name"), row.getString("attributes")))
                .stream()
                .collect(Collectors.toMap(Composite::type, Composite::attributes));
    }
}
