package dev.migrate.engine.checkpoint;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.job.key.DatabaseName;
import java.util.Set;
import javax.sql.DataSource;

/** The target database as a user without special rights sees it. */
final class GuestDatabases implements Databases, AutoCloseable {

    static final String USER = "guest_of_target";

    private final HikariDataSource pool = new HikariDataSource();

    /** The user may use the tables that there are. */
    GuestDatabases(CounterTable table) {
        this(
                table,
                "grant usage on schema migrate, public to " + USER
                        + "; grant select, insert, update on all tables in schema migrate, public to " + USER);
    }

    GuestDatabases(CounterTable table, String grants) {
        table.databases.execute("target", """
                do $$ begin
                    if not exists (select from pg_roles where rolname = '%s') then create role %1$s login; end if;
                end $$
                """.formatted(USER));
        table.databases.execute("target", grants);
        pool.setJdbcUrl(table.databases.url("target").replaceAll("\\?.*", ""));
        pool.setUsername(USER);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
    }

    Checkpoints checkpoints() {
        return new Checkpoints(this, () -> CounterTable.REPOSITORY);
    }

    @Override
    public Set<DatabaseName> names() {
        return Set.of(CounterTable.TARGET);
    }

    @Override
    public DataSource dataSource(DatabaseName name) {
        return pool;
    }

    @Override
    public ServerFacts facts(DatabaseName name) {
        return new ServerFacts(180_000, "test", name.value());
    }

    @Override
    public void close() {
        pool.close();
    }
}
