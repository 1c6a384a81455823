package dev.migrate.type.check;

import dev.migrate.database.Databases;
import dev.migrate.definition.Source;
import dev.migrate.definition.sql.PageSql;
import dev.migrate.definition.sql.SqlParameters;
import dev.migrate.definition.sql.SqlTemplate;
import dev.migrate.job.JobRequest;
import dev.migrate.job.key.BoundSql;
import dev.migrate.table.check.CheckShards;
import dev.migrate.table.check.CheckedRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a definition against each of its databases. */
final class PrepareCheck {

    private static final Set<String> VERBS = Set.of("select", "with");

    private final Databases databases;
    private final JobRequest request;
    private final CheckDefinition definition;
    private final CheckShards checkShards;
    private final CheckRule checkRule;

    PrepareCheck(Databases databases, JobRequest request, CheckDefinition definition) {
        this.databases = databases;
        this.request = request;
        this.definition = definition;
        this.checkShards = new CheckShards(databases, request, "source");
        this.checkRule = new CheckRule(databases, request);
    }

    CheckJob prepare() {
        SqlParameters parameters = new SqlParameters(request);
        Map<String, SqlTemplate> rules = new LinkedHashMap<>();
        definition.rules().forEach((name, sql) -> rules.put(name, rule(parameters, name, sql)));
        Source source = definition.source();
        BoundSql where = parameters.condition("source.where", source.where());
        List<CheckPage> pages = checkShards.rows(source.keys(), source.table(), source.key(), where).stream()
                .map(shard -> page(shard, rules))
                .toList();
        return new CheckJob(pages, definition.limit().maxFindings(), notes());
    }

    private SqlTemplate rule(SqlParameters parameters, String name, String sql) {
        SqlTemplate rule = parameters.statement(CheckRule.path(name), sql);
        // Nor may "explain" be followed by "analyze", which would run it.
        if (!VERBS.contains(rule.firstWord())) {
            throw request.mistake(
                    CheckRule.path(name),
                    "the rule \"" + name
                            + "\" must be a select of the rows that break it; begin it with select or with");
        }
        return rule;
    }

    private CheckPage page(CheckedRows shard, Map<String, SqlTemplate> templates) {
        List<Rule> rules = new ArrayList<>();
        templates.forEach((name, template) ->
                rules.add(checkRule.rule(name, shard.table(), new PageSql(shard.rows(), template))));
        return new CheckPage(
                databases.dataSource(shard.database()),
                shard.rows(),
                rules,
                definition.limit().maxFindings());
    }

    private List<String> notes() {
        return definition.source().where() == null
                ? List.of()
                : List.of(
                        "the where of the source chooses the rows that are paged and counted; what rules return of other rows"
                                + " is left out");
    }
}
