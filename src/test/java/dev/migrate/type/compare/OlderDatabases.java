package dev.migrate.type.compare;

import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.job.key.DatabaseName;
import java.util.Set;
import javax.sql.DataSource;

/** Databases whose servers say that they are too old for typed hashes. */
record OlderDatabases(Databases databases) implements Databases {

    @Override
    public Set<DatabaseName> names() {
        return databases.names();
    }

    @Override
    public DataSource dataSource(DatabaseName name) {
        return databases.dataSource(name);
    }

    @Override
    public ServerFacts facts(DatabaseName name) {
        return new ServerFacts(130_000, "test", name.value());
    }
}
