package dev.migrate.type.copy.column;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * What else the catalog says of a table that is to be filled.
 *
 * @param required columns that every row must give: never null, and nothing else fills them
 * @param takesStream whether it is a table to which COPY does the same as an insert
 * @param takesStaging whether a temporary table may be made beside it
 */
public record TargetFacts(List<ColumnName> required, boolean takesStream, boolean takesStaging) {

    // A trigger that comes before a row is inserted may fill what is missing.
    private static final String FACTS = """
            select array(
                     select a.attname::text
                     from pg_attribute a join pg_type t on t.oid = a.atttypid
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                       and (a.attnotnull or t.typnotnull) and not a.atthasdef and a.attidentity = '' and t.typdefault is null
                       and c.relkind in ('r', 'p')
                       and not exists (
                         select from pg_trigger g where g.tgrelid = c.oid and g.tgtype & 7 = 7 and not g.tgisinternal)
                     order by a.attnum) as required,
                   c.relkind in ('r', 'p') and not c.relhasrules and not row_security_active(c.oid) as takes_stream,
                   has_database_privilege(current_database(), 'TEMP') as takes_staging
            from pg_class c where c.oid = to_regclass(?)
            """;

    public TargetFacts {
        required = List.copyOf(required);
    }

    /** Asks the server. */
    public static TargetFacts of(TableName table, Query query) throws SQLException {
        return query.first(BoundSql.of(FACTS, table.quoted()), TargetFacts::read)
                .orElseThrow(() -> new SQLException("table \"" + table + "\" is not there any more", "42P01"));
    }

    private static TargetFacts read(ResultSet row) throws SQLException {
        String[] required = (String[]) row.getArray("required").getArray();
        return new TargetFacts(
                Arrays.stream(required).map(ColumnName::new).toList(),
                row.getBoolean("takes_stream"),
                row.getBoolean("takes_staging"));
    }
}
