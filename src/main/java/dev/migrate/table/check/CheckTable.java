package dev.migrate.table.check;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.JobRequest;
import dev.migrate.job.Nearest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import dev.migrate.table.NullKeys;
import dev.migrate.table.Tables;
import java.sql.SQLException;
import java.util.List;

/** Holds one side of a definition against its databases. What is wrong is told at the place where the side stands. */
public final class CheckTable {

    private static final String RELATIONS = """
            select case when pg_table_is_visible(c.oid) then c.relname else n.nspname || '.' || c.relname end
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
            """;

    private final Databases databases;
    private final Tables tables;
    private final JobRequest request;
    private final String side;

    /** @param side the path of the side in the definition, such as {@code source} */
    public CheckTable(Databases databases, JobRequest request, String side) {
        this.databases = databases;
        this.tables = new Tables(databases);
        this.request = request;
        this.side = side;
    }

    /**
     * The table of that name, which must be there.
     *
     * @param databaseKey the key of the side that names the database
     */
    public CheckedTable table(DatabaseName database, String databaseKey, TableName table) {
        if (!databases.names().contains(database)) {
            throw mistake(databaseKey, noDatabase(database));
        }
        try {
            return tables.read(database, table)
                    .map(shape -> new CheckedTable(database, shape))
                    .orElseThrow(() -> mistake("table", noTable(database, table)));
        } catch (SQLException e) {
            throw refusal("table").of("a look at table \"" + table + "\" in " + database, e);
        }
    }

    private String noDatabase(DatabaseName database) {
        List<String> known =
                databases.names().stream().map(DatabaseName::value).sorted().toList();
        return "there is no database \"%s\" under migrate.databases in application.yml%s"
                .formatted(
                        database,
                        Nearest.to(database.value(), known)
                                .map("; did you mean \"%s\"?"::formatted)
                                .orElse("; list it there"));
    }

    private String noTable(DatabaseName database, TableName table) {
        String hint = Nearest.to(table.toString(), relations(database))
                .map("; did you mean \"%s\"?"::formatted)
                .orElse("");
        return "there is no table \"%s\" in %s%s".formatted(table, database, hint);
    }

    private List<String> relations(DatabaseName database) {
        try {
            return query(database).list(BoundSql.of(RELATIONS), row -> row.getString(1));
        } catch (SQLException e) {
            // A hint is no reason to fail: the sentence stands without it.
            return List.of();
        }
    }

    /** The columns given as a key, or the primary key if none are. */
    public Key key(CheckedTable table, List<ColumnName> given) {
        try {
            return tables.key(table.shape(), given);
        } catch (IllegalArgumentException e) {
            throw mistake("key", e.getMessage() + " (in " + table.database() + ")");
        }
    }

    /** Looks for rows without a key, which would be skipped, where the server does not rule them out. */
    public void checkKeys(CheckedTable table, RowSource rows) {
        if (table.shape().isConstrained()) {
            return;
        }
        try {
            new NullKeys(query(table.database())).in(rows).ifPresent(column -> {
                throw mistake("key", nullKey(table, column));
            });
        } catch (SQLException e) {
            throw refusal("key").of("a look for null keys in table " + table, e);
        }
    }

    private static String nullKey(CheckedTable table, ColumnName column) {
        return "%s has rows whose key column %s is null; add this to the where: %s is not null; or name other columns with key: [...]"
                .formatted(table, column.quoted(), column.quoted());
    }

    private Query query(DatabaseName database) {
        return new Query(databases.dataSource(database));
    }

    private Refusal refusal(String key) {
        return new Refusal(request, side + "." + key);
    }

    private UserMistake mistake(String key, String sentence) {
        return request.mistake(side + "." + key, sentence);
    }
}
