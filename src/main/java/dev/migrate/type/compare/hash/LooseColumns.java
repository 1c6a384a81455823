package dev.migrate.type.compare.hash;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.table.check.CheckedTable;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the columns whose values may be equal though their texts are not, such as {@code {1.0}} and {@code {1.00}}, and whose
 * server can tell. Thread-safe.
 */
public final class LooseColumns {

    // A column's type is taken apart, down to what is no domain, array, range or composite. All parts must have an
    // equality
    // that is as strict as can be: an interval of a month equals one of 30 days, and a collation may know no case.
    private static final String LOOSE = """
            with recursive part (attnum, outermost, type, collated) as (
              select a.attnum, true, a.atttypid, a.attcollation
              from pg_attribute a
              where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
              union
              select p.attnum, p.outermost and t.typtype = 'd', below.type, below.collated
              from part p
              join pg_type t on t.oid = p.type
              cross join lateral (
                select t.typbasetype, p.collated where t.typtype = 'd'
                union all
                select t.typelem, p.collated where t.typcategory = 'A' and t.typelem <> 0
                union all
                select r.rngsubtype, r.rngcollation from pg_range r
                where t.oid in (r.rngtypid, (to_jsonb(r) ->> 'rngmultitypid')::oid)
                union all
                select a.atttypid, a.attcollation from pg_attribute a
                where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
              ) below (type, collated)
            ), judged as (
              select p.attnum, format_type(t.oid, -1) as type, p.outermost and t.typtype <> 'd' as outermost,
                     plain.it and (t.typnamespace <> 'pg_catalog'::regnamespace or t.oid in ('numeric'::regtype,
                       'float4'::regtype, 'float8'::regtype, 'bpchar'::regtype, 'jsonb'::regtype)) as loose,
                     not plain.it or t.oid <> 'interval'::regtype and coalesce(l.collisdeterministic, true) and exists (
                       select from pg_opclass o join pg_am m on m.oid = o.opcmethod
                       where o.opcdefault and m.amname in ('btree', 'hash') and (o.opcintype = t.oid or exists (
                         select from pg_cast c
                         where c.castsource = t.oid and c.casttarget = o.opcintype and c.castmethod = 'b' and c.castcontext = 'i'
                       ))
                     ) as strict
              from part p
              join pg_type t on t.oid = p.type
              left join pg_collation l on l.oid = p.collated
              cross join lateral (select t.typtype = 'b' and (t.typcategory <> 'A' or t.typelem = 0)) plain (it)
            )
            select a.attname, max(j.type) filter (where j.outermost) as type
            from judged j join pg_attribute a on a.attrelid = ?::regclass and a.attnum = j.attnum
            group by a.attname
            having bool_or(j.loose) and bool_and(j.strict)
            """;

    private final Databases databases;

    public LooseColumns(Databases databases) {
        this.databases = databases;
    }

    /** How the values of columns that are such ones on both sides are held against each other. */
    public Map<ColumnName, Equality> of(CheckedTable source, CheckedTable target) throws SQLException {
        Map<ColumnName, String> inTarget = types(target);
        Map<ColumnName, Equality> both = new HashMap<>();
        types(source).forEach((column, type) -> {
            String other = inTarget.get(column);
            if (other != null) {
                both.put(column, new Equality(type, other));
            }
        });
        return both;
    }

    private Map<ColumnName, String> types(CheckedTable table) throws SQLException {
        Map<ColumnName, String> types = new HashMap<>();
        String name = table.shape().name().quoted();
        new Query(databases.dataSource(table.database()))
                .list(
                        BoundSql.of(LOOSE, name, name),
                        row -> types.put(new ColumnName(row.getString(1)), row.getString(2)));
        return types;
    }
}
