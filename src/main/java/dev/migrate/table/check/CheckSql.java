package dev.migrate.table.check;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has servers look at the SQL of a definition without running it. Thread-safe. */
public final class CheckSql {

    private final Databases databases;
    private final JobRequest request;
    private final JsonMapper json = new JsonMapper();

    public CheckSql(Databases databases, JobRequest request) {
        this.databases = databases;
        this.request = request;
    }

    /**
     * The rows for which a condition holds.
     *
     * @param path where the condition stands in the definition
     * @throws UserMistake if the server does not take it for one
     */
    public RowSource rows(CheckedTable table, Key key, BoundSql where, String path) {
        RowSource rows = new RowSource(table.database(), table.shape().name(), key, where);
        BoundSql query = BoundSql.of("select 1 from " + rows.table().quoted() + " where (")
                .then(where)
                .then("\n)");
        explain(table, query, path, "the condition for");
        return rows;
    }

    /**
     * The server's plans for what will be asked of a table: one, unless a rule makes it several or none.
     *
     * @param path where in the definition it is asked for
     * @throws UserMistake if the server will not do it
     */
    public JsonNode explain(CheckedTable table, BoundSql query, String path, String whatFails) {
        DataSource database = databases.dataSource(table.database());
        BoundSql explain = BoundSql.of("explain (format json) ").then(query);
        try {
            return new Query(database)
                    .first(explain, row -> json.readTree(row.getString(1)))
                    .orElseGet(json::createArrayNode);
        } catch (SQLException e) {
            throw new Refusal(request, path)
                    .of(whatFails + " table " + table, e, Excerpt.of(database, explain.sql(), e));
        }
    }

    /**
     * The names of the columns that a query returns, in order; none if it returns no rows.
     *
     * @param path where in the definition it is asked for
     * @throws UserMistake if the server will not do it
     */
    public List<ColumnName> columns(CheckedTable table, BoundSql query, String path, String whatFails) {
        try (Connection connection = databases.dataSource(table.database()).getConnection();
                PreparedStatement statement = Query.prepare(connection, query)) {
            return names(statement.getMetaData());
        } catch (SQLException e) {
            throw new Refusal(request, path).of(whatFails + " table " + table, e);
        }
    }

    private static List<ColumnName> names(@Nullable ResultSetMetaData columns) throws SQLException {
        List<ColumnName> names = new ArrayList<>();
        for (int i = 1; columns != null && i <= columns.getColumnCount(); i++) {
            names.add(new ColumnName(columns.getColumnLabel(i)));
        }
        return names;
    }
}
