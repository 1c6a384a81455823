package dev.migrate.type.copy;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.database.ServerFacts;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import java.sql.SQLException;
import java.util.List;

/** Whether two names of the settings lead to one database. */
record SameDatabase(Databases databases, DatabaseName one, DatabaseName other) {

    // By another user or another search path the SQL of the job might mean other tables, or may not read them.
    private static final String SESSION = "select current_user || ' ' || array_to_string(current_schemas(true), ' ')";

    boolean isOneDatabase() {
        ServerFacts facts = databases.facts(other);
        return databases.facts(one).isSameDatabase(facts.systemIdentifier(), facts.database());
    }

    /** Whether SQL that was meant for the one can as well be run by the other. */
    boolean isOneSession() throws SQLException {
        return one.equals(other) || (isOneDatabase() && session(one).equals(session(other)));
    }

    private List<String> session(DatabaseName name) throws SQLException {
        return new Query(databases.dataSource(name)).list(BoundSql.of(SESSION), row -> row.getString(1));
    }
}
