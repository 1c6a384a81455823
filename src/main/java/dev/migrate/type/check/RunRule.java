package dev.migrate.type.check;

import dev.migrate.database.Query;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.KeyRange;
import dev.migrate.job.key.KeyValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a rule on one page. */
record RunRule(Rule rule) {

    // As many rows as the driver holds at once, however many the rule returns.
    private static final int AT_ONCE = 1_000;

    /** Hands on each row that breaks the rule. */
    void on(KeyRange range, Connection connection, Consumer<BrokenRow> broken) throws SQLException {
        try (PreparedStatement statement = Query.prepare(connection, rule.broken(range))) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    broken.accept(new BrokenRow(rule, key(rows), details(rows)));
                }
            }
        }
    }

    private KeyValue key(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (Key.Column column : rule.key().columns()) {
            String part = row.getString(parts.size() + 1);
            if (part == null) {
                throw nullKey(column.name());
            }
            parts.add(part);
        }
        return new KeyValue(parts);
    }

    private UserMistake nullKey(ColumnName column) {
        return new UserMistake(
                "the rule \"%s\" returned a row whose %s is null, so that nobody could tell which row breaks it; select the key of %s, whose rows have one"
                        .formatted(
                                rule.name(), column.quoted(), rule.sql().rows().table()));
    }

    private List<@Nullable String> details(ResultSet row) throws SQLException {
        int keyColumns = rule.key().columns().size();
        List<@Nullable String> details = new ArrayList<>();
        for (int i = 1; i <= rule.details().size(); i++) {
            details.add(row.getString(keyColumns + i));
        }
        return details;
    }
}
