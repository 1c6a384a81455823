package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.database.ServerMessage;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.compare.hash.ComparedColumn;
import dev.migrate.type.compare.hash.RowHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out whether the user may see all that is to be compared. */
final class CheckAccess {

    private static final String ACCESS = """
            select current_user, row_security_active(c.oid), array(
              select a.attname::text from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and not has_column_privilege(c.oid, a.attnum, 'select')
              order by a.attnum)
            from pg_class c where c.oid = ?::regclass
            """;

    private record Access(String user, boolean rowsHidden, List<ColumnName> unreadable) {

        static Access read(ResultSet row) throws SQLException {
            String[] names = (String[]) row.getArray(3).getArray();
            return new Access(
                    row.getString(1),
                    row.getBoolean(2),
                    Arrays.stream(names).map(ColumnName::new).toList());
        }
    }

    private final Databases databases;
    private final JobRequest request;
    private final RowHash compared;

    CheckAccess(Databases databases, JobRequest request, RowHash compared) {
        this.databases = databases;
        this.request = request;
        this.compared = compared;
    }

    /**
     * A sentence for each table of which the user may not see all rows.
     *
     * @throws UserMistake if the user may not read a column that is to be compared
     */
    List<String> to(SideTables... sides) {
        return Stream.of(sides)
                .flatMap(side -> side.tables().stream().flatMap(table -> to(table, side.path() + ".table").stream()))
                .toList();
    }

    private Optional<String> to(CheckedTable table, String path) {
        Access access = access(table, path);
        Set<ColumnName> needed = new HashSet<>(Stream.concat(compared.key().stream(), compared.columns().stream())
                .map(ComparedColumn::name)
                .toList());
        List<String> missing = access.unreadable().stream()
                .filter(needed::contains)
                .map(ColumnName::value)
                .toList();
        if (!missing.isEmpty()) {
            throw request.mistake(
                    path,
                    "user \"%s\" may not read %s of table %s; grant select on them, or exclude them"
                            .formatted(access.user(), String.join(", ", missing), table));
        }
        return access.rowsHidden() ? Optional.of(rowsHidden(table, access)) : Optional.empty();
    }

    private static String rowsHidden(CheckedTable table, Access access) {
        return "row-level security is active on %s: only the rows that user \"%s\" may see are compared"
                .formatted(table, access.user());
    }

    private Access access(CheckedTable table, String path) {
        try {
            return new Query(databases.dataSource(table.database()))
                    .first(BoundSql.of(ACCESS, table.shape().name().quoted()), Access::read)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new UserMistake(
                    request.mistake(
                                    path,
                                    "the rights to table %s cannot be found out (%s)"
                                            .formatted(table, ServerMessage.of(e)))
                            .sentences()
                            .get(0),
                    e);
        }
    }
}
