package dev.migrate.type.sql;

import dev.migrate.database.Databases;
import dev.migrate.definition.Source;
import dev.migrate.definition.sql.SqlParameters;
import dev.migrate.definition.sql.SqlTemplate;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.table.check.CheckSql;
import dev.migrate.table.check.CheckTable;
import dev.migrate.table.check.CheckedTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Holds a definition against each of its databases. */
final class PrepareSql {

    private static final String STATEMENT = "statement";
    private static final Set<String> VERBS = Set.of("insert", "update", "delete", "merge", "select", "with");

    private final JobRequest request;
    private final SqlDefinition definition;
    private final CheckTable checkTable;
    private final CheckSql checkSql;

    PrepareSql(Databases databases, JobRequest request, SqlDefinition definition) {
        this.request = request;
        this.definition = definition;
        this.checkTable = new CheckTable(databases, request, "source");
        this.checkSql = new CheckSql(databases, request);
    }

    SqlJob prepare() {
        SqlParameters parameters = new SqlParameters(request);
        SqlTemplate statement = statement(parameters);
        BoundSql where =
                parameters.condition("source.where", definition.source().where());
        List<SqlPage> pages = definition.source().databases().stream()
                .map(database -> page(database, statement, where))
                .toList();
        demandOneKey(pages.stream().map(page -> page.sql().rows()).toList());
        return new SqlJob(pages, new Notes(definition, statement, pages).all());
    }

    private SqlTemplate statement(SqlParameters parameters) {
        SqlTemplate statement = parameters.statement(STATEMENT, definition.statement());
        // Nor may "explain" be followed by "analyze", which would run it.
        if (!VERBS.contains(statement.firstWord())) {
            throw request.mistake(
                    STATEMENT,
                    "a page runs an insert, update, delete, merge, select or with; begin the statement with one of these");
        }
        return statement;
    }

    private SqlPage page(DatabaseName database, SqlTemplate statement, BoundSql where) {
        Source source = definition.source();
        CheckedTable table = checkTable.table(database, source.keyOf(database), source.table());
        Key key = checkTable.key(table, source.key());
        RowSource rows = checkSql.rows(table, key, where, "source.where");
        checkTable.checkKeys(table, rows);
        PageSql sql = new PageSql(rows, statement);
        return new SqlPage(sql, changesRows(checkSql.explain(table, sql.unbounded(), STATEMENT, "the statement for")));
    }

    private static boolean changesRows(JsonNode plans) {
        return StreamSupport.stream(plans.spliterator(), false)
                .map(plan -> plan.path("Plan").path("Node Type").asString(""))
                .anyMatch("ModifyTable"::equals);
    }

    private void demandOneKey(List<RowSource> databases) {
        RowSource first = databases.get(0);
        for (RowSource other : databases) {
            if (!other.key().equals(first.key())) {
                throw request.mistake(
                        "source." + definition.source().keyOf(other.database()),
                        "the key of \"%s\" is %s in %s but %s in %s; name columns with key: [...] that are alike in both"
                                .formatted(
                                        definition.source().table(),
                                        words(first.key()),
                                        first.database(),
                                        words(other.key()),
                                        other.database()));
            }
        }
    }

    private static String words(Key key) {
        return key.columns().stream()
                .map(column -> column.name().quoted() + " " + column.type())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
