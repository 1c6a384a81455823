package dev.migrate.type.compare.key;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.table.check.CheckedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out how columns sort. Thread-safe. */
final class ReadOrder {

    /**
     * What the order of a column depends on: a collation, the labels of an enum, or numbers that each database gives out for
     * itself; of an array, a range or a composite, what that of its parts does. That of jsonb is the one of its texts, in the
     * collation of the database, which has the OID 100 everywhere.
     */
    private static final String DEPENDS_ON = """
            with recursive part (type, sorting) as (
              select a.atttypid, a.attcollation
              from pg_attribute a where a.attrelid = to_regclass(?) and a.attname = ?
              union
              select deeper.type, case deeper.sorting when 0 then part.sorting else deeper.sorting end
              from part
              join pg_type t on t.oid = part.type
              cross join lateral (
                select t.typelem, 0::oid where t.typcategory = 'A'
                union all
                select t.typbasetype, 0::oid where t.typtype = 'd'
                union all
                select r.rngsubtype, r.rngcollation from pg_range r
                where t.oid in (r.rngtypid, (to_jsonb(r) ->> 'rngmultitypid')::oid)
                union all
                select a.atttypid, a.attcollation from pg_attribute a
                where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
              ) deeper (type, sorting)
            )
            select distinct
              case when t.typname = 'jsonb' then 100
                   when t.typcollation <> 0 and t.typtype = 'b' and t.typcategory <> 'A' then part.sorting end as collation,
              case when t.typtype = 'e'
                   then (select 'labels ' || json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)
                   when t.typname = 'money' then 'money of ' || current_setting('lc_monetary')
                   when t.typname like 'reg%' and t.typnamespace = 'pg_catalog'::regnamespace
                   then 'numbers of database ' || current_database() end as own
            from part join pg_type t on t.oid = part.type
            order by 1, 2
            """;

    private record Dependence(
            @Nullable String collation, @Nullable String own) {

        static Dependence read(ResultSet row) throws SQLException {
            return new Dependence(row.getString("collation"), row.getString("own"));
        }
    }

    private final Databases databases;

    ReadOrder(Databases databases) {
        this.databases = databases;
    }

    NaturalOrder of(CheckedTable table, ColumnName column) throws SQLException {
        Query query = new Query(databases.dataSource(table.database()));
        String encoding = query.first(BoundSql.of("show server_encoding"), row -> row.getString(1))
                .orElseThrow();
        ReadCollation collations = new ReadCollation(query, databases.facts(table.database()), encoding);
        List<String> dependsOn = new ArrayList<>();
        List<String> versions = new ArrayList<>();
        List<String> sample = new ArrayList<>();
        for (Dependence one :
                query.list(BoundSql.of(DEPENDS_ON, table.shape().name().quoted(), column.value()), Dependence::read)) {
            if (one.collation() != null) {
                SortedTexts sorted = collations.of(one.collation());
                dependsOn.add(sorted.collation());
                versions.add(sorted.version());
                sample.addAll(sorted.texts());
            } else if (one.own() != null) {
                dependsOn.add(one.own());
            }
        }
        return new NaturalOrder(dependsOn, versions, sample, encoding);
    }
}
