package dev.migrate.table;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.TableName;
import dev.migrate.table.TableShape.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a {@link TableShape} from the catalog of PostgreSQL 12 or later. */
final class ReadShape {

    private static final String RELATION = """
            select c.oid, n.nspname, c.relname, c.relkind
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.oid = to_regclass(?) and c.relkind in ('r', 'p', 'm', 'v', 'f')
            """;

    // From version 18 on, attnotnull is also set where old rows may still be null: the constraint is not validated
    // then.
    private static final String COLUMNS = """
            with recursive typed (attnum, type, required) as (
              select a.attnum, a.atttypid, a.attnotnull and not exists (
                  select from pg_constraint k
                  where k.conrelid = a.attrelid and k.contype = 'n' and not k.convalidated and a.attnum = any (k.conkey))
              from pg_attribute a
              where a.attrelid = ?::oid and a.attnum > 0 and not a.attisdropped
              union all
              select c.attnum, d.typbasetype, c.required or d.typnotnull
              from typed c join pg_type d on d.oid = c.type and d.typtype = 'd'
            )
            select a.attname, format_type(a.atttypid, a.atttypmod) as type,
                   case n.nspname when 'pg_catalog' then '' else n.nspname || '.' end || b.typname as base,
                   format_type(b.oid, null) as base_type, b.typtype, c.required, a.attgenerated <> '' as generated,
                   coalesce(l.collisdeterministic, true) as deterministic,
                   (select min(s.nspname::text)
                    from pg_opclass k
                    join pg_am m on m.oid = k.opcmethod and m.amname = 'btree'
                    join pg_amop p on p.amopfamily = k.opcfamily and p.amoplefttype = b.oid and p.amoprighttype = b.oid
                    join pg_operator o on o.oid = p.amopopr
                    join pg_namespace s on s.oid = o.oprnamespace
                    where k.opcdefault and k.opcintype = b.oid and not pg_operator_is_visible(o.oid)) as hidden_in
            from typed c
            join pg_attribute a on a.attrelid = ?::oid and a.attnum = c.attnum
            join pg_type b on b.oid = c.type and b.typtype <> 'd'
            join pg_namespace n on n.oid = b.typnamespace
            left join pg_collation l on l.oid = a.attcollation
            order by a.attnum
            """;

    private static final String UNIQUE_KEYS = """
            select i.indisprimary, i.indimmediate, array_agg(a.attname::text order by k.at) as columns
            from pg_index i
            cross join unnest(i.indkey) with ordinality as k (attnum, at)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
            where i.indrelid = ?::oid and i.indisunique and i.indisvalid and i.indpred is null and i.indexprs is null
              and k.at <= i.indnkeyatts
            group by i.indexrelid, i.indisprimary, i.indimmediate
            order by i.indisprimary desc, i.indexrelid
            """;

    private record Relation(String oid, TableName name, Kind kind) {}

    private record Unique(boolean primary, boolean immediate, List<ColumnName> columns) {}

    private final Query query;

    ReadShape(Query query) {
        this.query = query;
    }

    Optional<TableShape> of(TableName table) throws SQLException {
        Optional<Relation> relation = query.first(BoundSql.of(RELATION, table.quoted()), ReadShape::relation);
        return relation.isEmpty() ? Optional.empty() : Optional.of(shape(relation.get()));
    }

    private TableShape shape(Relation relation) throws SQLException {
        List<TableShape.Column> columns =
                query.list(BoundSql.of(COLUMNS, relation.oid(), relation.oid()), ReadShape::column);
        List<Unique> keys = query.list(BoundSql.of(UNIQUE_KEYS, relation.oid()), ReadShape::unique);
        List<ColumnName> primaryKey = keys.stream()
                .filter(Unique::primary)
                .findFirst()
                .map(Unique::columns)
                .orElse(List.of());
        List<List<ColumnName>> uniqueKeys =
                keys.stream().filter(Unique::immediate).map(Unique::columns).toList();
        return new TableShape(relation.name(), relation.kind(), columns, primaryKey, uniqueKeys);
    }

    private static Relation relation(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString("nspname"), row.getString("relname"));
        return new Relation(row.getString("oid"), name, kind(row.getString("relkind")));
    }

    private static Kind kind(String relkind) {
        return switch (relkind) {
            case "r" -> Kind.TABLE;
            case "p" -> Kind.PARTITIONED_TABLE;
            case "m" -> Kind.MATERIALIZED_VIEW;
            case "v" -> Kind.VIEW;
            default -> Kind.FOREIGN_TABLE;
        };
    }

    private static TableShape.Column column(ResultSet row) throws SQLException {
        return new TableShape.Column(
                new ColumnName(row.getString("attname")),
                row.getString("type"),
                row.getString("base"),
                row.getString("base_type"),
                row.getString("typtype").charAt(0),
                row.getBoolean("required"),
                row.getBoolean("generated"),
                row.getBoolean("deterministic"),
                row.getString("hidden_in"));
    }

    private static Unique unique(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("columns").getArray();
        return new Unique(
                row.getBoolean("indisprimary"),
                row.getBoolean("indimmediate"),
                Arrays.stream(names).map(ColumnName::new).toList());
    }
}
