package dev.migrate.type.copy.column;

import dev.migrate.database.Query;
import dev.migrate.job.key.BoundSql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Asks a server which types it knows by a name. Thread-safe. */
final class KnownTypes {

    private static final String KNOWN =
            "select name from unnest(?::text[]) as given (name) where to_regtype(name) is not null";

    private final Query query;

    KnownTypes(Query query) {
        this.query = query;
    }

    /** Those that it knows. */
    Set<String> among(Collection<String> types) throws SQLException {
        return Set.copyOf(query.list(BoundSql.of(KNOWN, List.copyOf(types)), row -> row.getString(1)));
    }
}
