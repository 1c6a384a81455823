package dev.migrate.type.copy;

import dev.migrate.database.Databases;
import dev.migrate.definition.Source;
import dev.migrate.definition.sql.PageSql;
import dev.migrate.definition.sql.SqlParameters;
import dev.migrate.definition.sql.SqlTemplate;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.BoundSql;
import dev.migrate.table.check.CheckShards;
import dev.migrate.table.check.CheckedRows;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** Holds a definition against its databases. */
final class PrepareCopy {

    private static final Set<String> VERBS = Set.of("select", "with");

    private final Databases databases;
    private final Executor readers;
    private final JobRequest request;
    private final CopyDefinition definition;

    PrepareCopy(Databases databases, Executor readers, JobRequest request, CopyDefinition definition) {
        this.databases = databases;
        this.readers = readers;
        this.request = request;
        this.definition = definition;
    }

    CopyJob prepare() {
        SqlParameters parameters = new SqlParameters(request);
        SqlTemplate select = select(parameters);
        Source source = definition.source().rows();
        BoundSql where = parameters.condition("source.where", source.where());
        List<CheckedRows> shards =
                new CheckShards(databases, request, "source").rows(source.keys(), source.table(), source.key(), where);
        PrepareTarget target = PrepareTarget.of(databases, request, definition);
        PrepareRoute routes = new PrepareRoute(databases, readers, request, definition, target);
        List<Route> found = shards.stream()
                .map(shard -> routes.from(shard.table(), new PageSql(shard.rows(), select)))
                .toList();
        return new CopyJob(
                databases,
                definition.target().database(),
                definition.onError().skip(),
                found,
                new Notes(definition, found).all());
    }

    private SqlTemplate select(SqlParameters parameters) {
        SqlTemplate select =
                parameters.statement(PrepareRoute.SELECT, definition.source().select());
        if (!VERBS.contains(select.firstWord())) {
            throw request.mistake(
                    PrepareRoute.SELECT, "a copy takes what a query gives; begin the SQL with select or with");
        }
        return select;
    }
}
