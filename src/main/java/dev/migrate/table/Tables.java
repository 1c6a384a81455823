package dev.migrate.table;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.RowSource;
import dev.migrate.job.key.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What databases say of their tables. Reads catalogs and plans, never rows; remembers nothing. Thread-safe. */
public final class Tables {

    private final Databases databases;
    private final JsonMapper json = new JsonMapper();

    public Tables(Databases databases) {
        this.databases = databases;
    }

    /** The table, view, materialized view or foreign table of that name; a name without schema is looked up as SQL does. */
    public Optional<TableShape> read(DatabaseName database, TableName table) throws SQLException {
        return new ReadShape(query(database)).of(table);
    }

    /**
     * The key to cut a table by: the given columns, or the primary key if none are given. Views and foreign tables are
     * taken at the user's word where the catalog cannot tell.
     *
     * @throws IllegalArgumentException a sentence for the user, if the columns do not make a key
     */
    public Key key(TableShape table, List<ColumnName> given) {
        return new ChooseKey(table).from(given);
    }

    /** About how many rows a source has: what the planner expects, so that it costs nothing however large the table. */
    public long estimate(RowSource source) throws SQLException {
        BoundSql explain = BoundSql.of("explain (format json) select 1 from ")
                .then(source.table().quoted())
                .then(" where ")
                .then(source.where());
        String plan =
                query(source.database()).first(explain, row -> row.getString(1)).orElseThrow();
        return json.readTree(plan).path(0).path("Plan").path("Plan Rows").asLong();
    }

    private Query query(DatabaseName database) {
        return new Query(databases.dataSource(database));
    }
}
