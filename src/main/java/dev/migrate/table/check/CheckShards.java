package dev.migrate.table.check;

import dev.migrate.database.Databases;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds one side of a definition, a table of the same name on several databases, against them. */
public final class CheckShards {

    private final JobRequest request;
    private final String side;
    private final CheckTable checkTable;
    private final CheckSql checkSql;

    /** @param side the path of the side in the definition, such as {@code source} */
    public CheckShards(Databases databases, JobRequest request, String side) {
        this.request = request;
        this.side = side;
        this.checkTable = new CheckTable(databases, request, side);
        this.checkSql = new CheckSql(databases, request);
    }

    /**
     * The rows on each database, in order.
     *
     * @param databases each with the key of the side that names it
     * @param key empty for the primary key
     * @param where stands at {@code where} of the side
     * @throws UserMistake if a database has no such table, or the servers will not do what will be asked of them, or the keys
     *     are not alike
     */
    public List<CheckedRows> rows(
            Map<DatabaseName, String> databases, TableName table, List<ColumnName> key, BoundSql where) {
        List<CheckedRows> rows = databases.entrySet().stream()
                .map(database -> rows(checkTable.table(database.getKey(), database.getValue(), table), key, where))
                .toList();
        rows.forEach(shard -> demandSameKey(rows.get(0), shard, databases));
        return rows;
    }

    private CheckedRows rows(CheckedTable table, List<ColumnName> given, BoundSql where) {
        Key key = checkTable.key(table, given);
        RowSource rows = checkSql.rows(table, key, where, side + ".where");
        checkTable.checkKeys(table, rows);
        return new CheckedRows(table, rows);
    }

    private void demandSameKey(CheckedRows first, CheckedRows other, Map<DatabaseName, String> databases) {
        if (!other.rows().key().equals(first.rows().key())) {
            throw request.mistake(
                    side + "." + databases.get(other.database()),
                    "the key of \"%s\" is %s in %s but %s in %s; name columns with key: [...] that are alike in both"
                            .formatted(
                                    other.table().shape().name(),
                                    words(first.rows().key()),
                                    first.database(),
                                    words(other.rows().key()),
                                    other.database()));
        }
    }

    private static String words(Key key) {
        return key.columns().stream()
                .map(column -> column.name().quoted() + " " + column.type())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
