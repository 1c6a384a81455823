package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.database.ServerMessage;
import dev.migrate.database.SqlProblem;
import dev.migrate.definition.Source;
import dev.migrate.definition.SqlParameters;
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
import dev.migrate.table.TableShape;
import dev.migrate.table.Tables;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds one side of a definition against its database. What is wrong is told at the place where the side stands. */
final class CheckTable {

    private static final String RELATIONS = """
            select case when pg_table_is_visible(c.oid) then c.relname else n.nspname || '.' || c.relname end
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'v', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
            """;

    private static final String NO_RIGHT = "42501";

    private final Databases databases;
    private final Tables tables;
    private final JobRequest request;
    private final String side;

    CheckTable(Databases databases, JobRequest request, String side) {
        this.databases = databases;
        this.tables = new Tables(databases);
        this.request = request;
        this.side = side;
    }

    CheckedTable table(Source source) {
        DatabaseName database = oneDatabase(source);
        try {
            TableShape shape = tables.read(database, source.table())
                    .orElseThrow(() -> mistake("table", noTable(database, source.table())));
            return new CheckedTable(database, shape);
        } catch (SQLException e) {
            throw mistake("table", refused("a look at table \"" + source.table() + "\" in " + database, e), e);
        }
    }

    private DatabaseName oneDatabase(Source source) {
        if (source.databases().size() > 1) {
            throw mistake("databases", "compare takes one database a side; write database: with one of them");
        }
        DatabaseName database = source.databases().get(0);
        if (!databases.names().contains(database)) {
            throw mistake("database", noDatabase(database));
        }
        return database;
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
        return "there is no table \"%s\" in %s%s"
                .formatted(table, database, hint(table.toString(), relations(database)));
    }

    private List<String> relations(DatabaseName database) {
        try {
            return query(database).list(BoundSql.of(RELATIONS), row -> row.getString(1));
        } catch (SQLException e) {
            // A hint is no reason to fail: the sentence stands without it.
            return List.of();
        }
    }

    static String hint(String word, List<String> known) {
        return Nearest.to(word, known).map("; did you mean \"%s\"?"::formatted).orElse("");
    }

    Key key(CheckedTable table, List<ColumnName> given) {
        try {
            return tables.key(table.shape(), given);
        } catch (IllegalArgumentException e) {
            throw mistake("key", e.getMessage() + " (in " + table.database() + ")");
        }
    }

    /** The rows for which the condition, which is the user's SQL, holds; the server has looked at it without running it. */
    RowSource rows(CheckedTable table, Key key, @Nullable String condition) {
        BoundSql where = new SqlParameters(request).condition(side + ".where", condition);
        RowSource rows = new RowSource(table.database(), table.shape().name(), key, where);
        BoundSql query = BoundSql.of("select 1 from " + rows.table().quoted() + " where (")
                .then(where)
                .then("\n)");
        explain(table, query, "where", "the condition for");
        return rows;
    }

    /** Looks for rows without a key, which would be skipped, where the server does not rule them out. */
    void checkKeys(CheckedTable table, RowSource rows) {
        if (table.shape().isConstrained()) {
            return;
        }
        try {
            new NullKeys(query(table.database())).in(rows).ifPresent(column -> {
                throw mistake("key", nullKey(table, column));
            });
        } catch (SQLException e) {
            throw mistake("key", refused("a look for null keys in table " + table, e), e);
        }
    }

    private static String nullKey(CheckedTable table, ColumnName column) {
        return "%s has rows whose key column %s is null; add this to the where: %s is not null; or name other columns with key: [...]"
                .formatted(table, column.quoted(), column.quoted());
    }

    /** Has the server look at what will be asked of a table. */
    void explain(CheckedTable table, BoundSql query, String path, String whatFails) {
        try {
            query(table.database()).list(BoundSql.of("explain ").then(query), row -> row.getString(1));
        } catch (SQLException e) {
            throw mistake(path, refused(whatFails + " table " + table, e), e);
        }
    }

    private Query query(DatabaseName database) {
        return new Query(databases.dataSource(database));
    }

    private static String refused(String what, SQLException e) {
        boolean forbidden = SqlProblem.sqlState(e).filter(NO_RIGHT::equals).isPresent();
        return "the server refuses %s (%s); %s"
                .formatted(
                        what,
                        ServerMessage.of(e),
                        forbidden ? "grant that right to the user, or name another one" : "put that right");
    }

    private UserMistake mistake(String path, String sentence) {
        return request.mistake(side + "." + path, sentence);
    }

    private UserMistake mistake(String path, String sentence, SQLException cause) {
        return new UserMistake(mistake(path, sentence).sentences().get(0), cause);
    }
}
