package dev.migrate.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Fresh, empty databases on the test server, under the names that a test gives them. Close it: it tells of leaked connections. */
public final class TestDatabases implements Databases, AutoCloseable {

    /** As the product's own pools set up theirs: neither the server's nor the client's settings change a result. */
    private static final String SESSION = """
            set timezone = 'UTC';
            set datestyle = 'ISO';
            set intervalstyle = 'postgres';
            set extra_float_digits = 3;
            set bytea_output = 'hex'
            """;

    private final Map<DatabaseName, HikariDataSource> pools = new LinkedHashMap<>();

    public TestDatabases(String... names) {
        for (String name : names) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(TestServer.freshDatabase());
            pool.setMaximumPoolSize(8);
            pool.setMinimumIdle(0);
            pool.setConnectionInitSql(SESSION);
            pools.put(new DatabaseName(name), pool);
        }
    }

    public String url(String name) {
        return pool(new DatabaseName(name)).getJdbcUrl();
    }

    /** Runs SQL on the database of that name. */
    public void execute(String name, String sql) {
        TestServer.execute(url(name), sql);
    }

    @Override
    public Set<DatabaseName> names() {
        return Set.copyOf(pools.keySet());
    }

    @Override
    public DataSource dataSource(DatabaseName name) {
        return pool(name);
    }

    @Override
    public ServerFacts facts(DatabaseName name) {
        return new ServerFacts(180_000, "test", name.value());
    }

    /** The pool of a database. */
    public HikariDataSource pool(DatabaseName name) {
        HikariDataSource pool = pools.get(name);
        if (pool == null) {
            throw new UserMistake("there is no database \"" + name + "\"");
        }
        return pool;
    }

    @Override
    public void close() {
        for (HikariDataSource pool : pools.values()) {
            int leaked = pool.getHikariPoolMXBean() == null
                    ? 0
                    : pool.getHikariPoolMXBean().getActiveConnections();
            pool.close();
            if (leaked > 0) {
                throw new IllegalStateException(leaked + " connections were not given back");
            }
        }
    }
}
