package dev.migrate.type.sql;

import dev.migrate.database.Databases;
import dev.migrate.definition.Source;
import dev.migrate.definition.sql.PageSql;
import dev.migrate.definition.sql.SqlParameters;
import dev.migrate.definition.sql.SqlTemplate;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.BoundSql;
import dev.migrate.table.check.CheckShards;
import dev.migrate.table.check.CheckSql;
import dev.migrate.table.check.CheckedRows;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Holds a definition against each of its databases. */
final class PrepareSql {

    private static final String STATEMENT = "statement";
    private static final Set<String> VERBS = Set.of("insert", "update", "delete", "merge", "select", "with");

    private final JobRequest request;
    private final SqlDefinition definition;
    private final CheckShards checkShards;
    private final CheckSql checkSql;

    PrepareSql(Databases databases, JobRequest request, SqlDefinition definition) {
        this.request = request;
        this.definition = definition;
        this.checkShards = new CheckShards(databases, request, "source");
        this.checkSql = new CheckSql(databases, request);
    }

    SqlJob prepare() {
        SqlParameters parameters = new SqlParameters(request);
        SqlTemplate statement = statement(parameters);
        BoundSql where =
                parameters.condition("source.where", definition.source().where());
        Source source = definition.source();
        List<SqlPage> pages = checkShards.rows(source.keys(), source.table(), source.key(), where).stream()
                .map(shard -> page(shard, statement))
                .toList();
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

    private SqlPage page(CheckedRows shard, SqlTemplate statement) {
        PageSql sql = new PageSql(shard.rows(), statement);
        JsonNode plans = checkSql.explain(shard.table(), sql.unbounded(), STATEMENT, "the statement for");
        return new SqlPage(sql, changesRows(plans));
    }

    private static boolean changesRows(JsonNode plans) {
        return StreamSupport.stream(plans.spliterator(), false)
                .map(plan -> plan.path("Plan").path("Node Type").asString(""))
                .anyMatch("ModifyTable"::equals);
    }
}
