package dev.migrate.type.check;

import dev.migrate.database.Databases;
import dev.migrate.definition.sql.PageSql;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.table.check.CheckSql;
import dev.migrate.table.check.CheckedTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Has a server look at a rule without running it. */
final class CheckRule {

    private static final Set<String> WRITING = Set.of("ModifyTable", "LockRows");

    private final CheckSql checkSql;
    private final JobRequest request;

    CheckRule(Databases databases, JobRequest request) {
        this.checkSql = new CheckSql(databases, request);
        this.request = request;
    }

    /** Where a rule stands in the definition. */
    static String path(String name) {
        return "rules[" + name + "]";
    }

    /**
     * The rule as the table's database takes it.
     *
     * @throws UserMistake if it does not, if the rule would write, or if it does not return the key
     */
    Rule rule(String name, CheckedTable table, PageSql sql) {
        String what = "the rule \"" + name + "\" for";
        demandReadingOnly(name, checkSql.explain(table, sql.unbounded(), path(name), what));
        List<ColumnName> columns = checkSql.columns(table, sql.unbounded(), path(name), what);
        demandKey(name, sql.rows().key(), columns);
        demandDistinct(name, columns);
        List<ColumnName> details = columns.stream()
                .filter(column -> !names(sql.rows().key()).contains(column))
                .toList();
        Rule rule = new Rule(name, sql, details);
        checkSql.explain(table, rule.unbounded(), path(name), "the key that the rule \"" + name + "\" returns for");
        return rule;
    }

    /** A transaction that only reads would refuse it too, but not before a page is run. */
    private void demandReadingOnly(String name, JsonNode plan) {
        if (plan.findValuesAsString("Node Type").stream().anyMatch(WRITING::contains)) {
            throw mistake(
                    name,
                    "changes or locks rows, and a rule runs in a transaction that only reads; leave a plain select of the"
                            + " rows that break it");
        }
    }

    private void demandKey(String name, Key key, List<ColumnName> columns) {
        String missing = names(key).stream()
                .filter(column -> !columns.contains(column))
                .map(ColumnName::quoted)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw mistake(
                    name,
                    "returns no column %s, which tells the row that breaks it; select the key %s, with \"as\" where it has another name"
                            .formatted(missing, key));
        }
    }

    private void demandDistinct(String name, List<ColumnName> columns) {
        Set<ColumnName> seen = new HashSet<>();
        columns.stream().filter(column -> !seen.add(column)).findFirst().ifPresent(column -> {
            throw mistake(
                    name,
                    "returns two columns of the name %s; give one of them another with \"as\""
                            .formatted(column.quoted()));
        });
    }

    private static List<ColumnName> names(Key key) {
        return key.columns().stream().map(Key.Column::name).toList();
    }

    private UserMistake mistake(String name, String sentence) {
        return request.mistake(path(name), "the rule \"" + name + "\" " + sentence);
    }
}
