package dev.migrate.type.compare.repair.shape;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.table.TableShape;
import dev.migrate.type.compare.hash.TypeFamily;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads a {@link TargetTable} from the catalog of PostgreSQL 12 or later. */
public final class ReadTargetTable {

    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, -1) as type,
                   case when a.attgenerated <> '' then 'BY_EXPRESSION'
                        when a.attidentity = 'a' then 'BY_SEQUENCE'
                        else 'BY_WRITERS' end as filled
            from pg_attribute a
            where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """;

    // Those with a parent are the partitions' shares of one.
    private static final String REFERENCES = """
            select array(select a.attname::text from unnest(c.conkey) with ordinality k (attnum, at)
                         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum order by k.at) as columns,
                   array(select a.attname::text from unnest(c.confkey) with ordinality k (attnum, at)
                         join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.attnum order by k.at) as referenced,
                   c.confdeltype in ('c', 'n', 'd') as acts
            from pg_constraint c
            where c.contype = 'f' and c.conrelid = to_regclass(?) and c.confrelid = c.conrelid and c.conparentid = 0
            order by c.conname
            """;

    private static final String TRIGGERS = """
            select t.tgname from pg_trigger t
            where t.tgrelid = to_regclass(?) and not t.tgisinternal and t.tgenabled in ('O', 'A')
            order by t.tgname
            """;

    private static final String FOLLOWERS = """
            select distinct c.conrelid::regclass::text
            from pg_constraint c
            where c.contype = 'f' and c.confrelid = to_regclass(?) and c.conrelid <> c.confrelid and c.conparentid = 0
              and (c.confdeltype in ('c', 'n', 'd') or c.confupdtype in ('c', 'n', 'd'))
            order by 1
            """;

    private final Query query;

    public ReadTargetTable(Query query) {
        this.query = query;
    }

    /**
     * The table of that shape.
     *
     * @param key by which its rows are compared
     */
    public TargetTable of(TableShape shape, Key key) throws SQLException {
        String name = shape.name().quoted();
        return new TargetTable(
                query.list(BoundSql.of(COLUMNS, name), ReadTargetTable::column),
                query.list(BoundSql.of(REFERENCES, name), ReadTargetTable::reference),
                uniqueBesides(key, shape),
                query.list(BoundSql.of(TRIGGERS, name), row -> row.getString(1)),
                query.list(BoundSql.of(FOLLOWERS, name), row -> row.getString(1)),
                query.first(BoundSql.of("select pg_is_in_recovery()"), row -> row.getBoolean(1))
                        .orElseThrow());
    }

    private static List<List<ColumnName>> uniqueBesides(Key key, TableShape shape) {
        List<ColumnName> columns = key.columns().stream().map(Key.Column::name).toList();
        return Stream.concat(shape.uniqueKeys().stream(), Stream.of(columns))
                .filter(unique -> !unique.containsAll(columns) || (unique.equals(columns) && isLoose(columns, shape)))
                .distinct()
                .toList();
    }

    /** Whether an index may take keys for one that are written differently: a month is thirty days, 1.0 is 1.00 in jsonb. */
    private static boolean isLoose(List<ColumnName> key, TableShape shape) {
        return !key.stream().flatMap(name -> shape.column(name).stream()).allMatch(TypeFamily::isEqualByText);
    }

    private static TargetColumn column(ResultSet row) throws SQLException {
        return new TargetColumn(
                new ColumnName(row.getString("attname")),
                row.getString("type"),
                TargetColumn.Filled.valueOf(row.getString("filled")));
    }

    private static SelfReference reference(ResultSet row) throws SQLException {
        return new SelfReference(names(row, "columns"), names(row, "referenced"), row.getBoolean("acts"));
    }

    private static List<ColumnName> names(ResultSet row, String column) throws SQLException {
        String[] names = (String[]) row.getArray(column).getArray();
        return Arrays.stream(names).map(ColumnName::new).toList();
    }
}
