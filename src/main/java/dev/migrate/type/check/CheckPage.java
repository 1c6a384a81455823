package dev.migrate.type.check;

import dev.migrate.database.Query;
import dev.migrate.database.ServerMessage;
import dev.migrate.database.SqlProblem;
import dev.migrate.job.Findings;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.PageWork;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import dev.migrate.job.key.RowSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Counts the rows of a page and runs each rule on it, all in one snapshot. Holds nothing between pages. */
record CheckPage(DataSource database, RowSource rows, List<Rule> rules, long mostFindings) implements PageWork {

    CheckPage {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a page needs a rule");
        }
    }

    @Override
    public PageResult apply(Page page) throws SQLException {
        try (Connection snapshot = database.getConnection()) {
            snapshot.setAutoCommit(false);
            try (Statement begin = snapshot.createStatement()) {
                begin.execute("set transaction isolation level repeatable read, read only");
            }
            PageResult result = result(page.range(), snapshot);
            // The pool rolls back what an error leaves open.
            snapshot.commit();
            return result;
        }
    }

    private PageResult result(KeyRange range, Connection snapshot) throws SQLException {
        long read = read(range, snapshot);
        BrokenRows broken = broken(range, snapshot);
        if (broken.isEmpty()) {
            return new PageResult(Ledger.checked(read, 0), List.of(), read);
        }
        Map<KeyValue, JudgedKey> keys = new JudgeKeys(rows).judge(broken.keys(), range, snapshot);
        Verdict verdict = new Verdict(rows, range, keys);
        Findings findings = new Findings(mostFindings);
        verdict.judge(broken.rows(), findings);
        return new PageResult(Ledger.checked(read, verdict.found()), findings, read);
    }

    private long read(KeyRange range, Connection snapshot) throws SQLException {
        try (PreparedStatement statement =
                        Query.prepare(snapshot, rules.get(0).sql().count(range));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private BrokenRows broken(KeyRange range, Connection snapshot) throws SQLException {
        BrokenRows broken = new BrokenRows(range);
        for (Rule rule : rules) {
            try {
                new RunRule(rule).on(range, snapshot, broken::add);
            } catch (SQLException e) {
                if (SqlProblem.of(e) == SqlProblem.OPERATOR) {
                    throw refusal(rule, e);
                }
                throw e;
            }
        }
        return broken;
    }

    /** Without the error for a cause: it is the innermost cause that is told, and it does not know the rule. */
    private UserMistake refusal(Rule rule, SQLException e) {
        UserMistake refusal =
                new UserMistake("%s refuses the rule \"%s\" (%s); put right the rows, or the rule, which takes --reset"
                        .formatted(rows.database(), rule.name(), ServerMessage.of(e)));
        refusal.addSuppressed(e);
        return refusal;
    }

    /** What a page runs, for a person to look at. */
    String shown() {
        String rule = rules.stream()
                .map(each -> "-- " + each.name() + "\n" + each.sql().shown())
                .collect(Collectors.joining(";\n"));
        return rules.get(0).sql().shownCount() + ";\n" + rule;
    }
}
