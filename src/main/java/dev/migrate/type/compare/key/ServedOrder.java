package dev.migrate.type.compare.key;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a server whether it can read the rows above a key in the order of the key without sorting, from an index that leads it
 * to the first one: for then a page costs no more than its rows. Reads no rows; thread-safe.
 */
final class ServedOrder {

    /** Leaves the planner no other way, if there is one by an index. */
    private static final String ONLY_BY_INDEX = """
            set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off;
            set local enable_indexscan = on; set local enable_indexonlyscan = on; set local max_parallel_workers_per_gather = 0
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final DataSource database;

    ServedOrder(DataSource database) {
        this.database = database;
    }

    boolean of(RowSource rows) throws SQLException {
        // An index may serve only the condition, or the table only without the condition's own plan.
        for (BoundSql where : List.of(rows.where(), BoundSql.TRUE)) {
            if (isServed(plan(above(rows, where)))) {
                return true;
            }
        }
        return false;
    }

    /** The bounds are subqueries, for the planner takes a comparison with null for what it is: never true. */
    private static BoundSql above(RowSource rows, BoundSql where) {
        List<Key.Column> columns = rows.key().columns();
        String ordered = rows.key().ordered();
        String bounds = columns.stream()
                .map(column -> "(select " + column.bound() + ")")
                .collect(Collectors.joining(", "));
        BoundSql above =
                new BoundSql("(%s) > (%s)".formatted(ordered, bounds), Collections.nCopies(columns.size(), null));
        return BoundSql.of("explain (format json) select 1 from " + rows.table().quoted() + " where ")
                .then(above.and(where))
                .then(" order by " + ordered + " limit 1");
    }

    private JsonNode plan(BoundSql explain) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement settings = connection.createStatement();
                    PreparedStatement statement = Query.prepare(connection, explain)) {
                settings.execute(ONLY_BY_INDEX);
                return plan(statement);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static JsonNode plan(PreparedStatement explain) throws SQLException {
        try (ResultSet plan = explain.executeQuery()) {
            return plan.next() ? JSON.readTree(plan.getString(1)) : JSON.createArrayNode();
        }
    }

    private static boolean isServed(JsonNode plan) {
        List<String> nodes = plan.findValuesAsString("Node Type");
        boolean byIndex = !plan.findValues("Index Cond").isEmpty() || nodes.contains("Foreign Scan");
        return byIndex && !nodes.contains("Sort");
    }
}
