package dev.migrate.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.database.Databases;
import dev.migrate.database.PinnedSettings;
import dev.migrate.database.Query;
import dev.migrate.database.ServerFacts;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.DatabaseName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Fresh, empty databases on the test server, under the names that a test gives them. Close it: it tells of leaked connections. */
public final class TestDatabases implements Databases, AutoCloseable {

    private final Map<DatabaseName, HikariDataSource> pools = new LinkedHashMap<>();

    public TestDatabases(String... names) {
        for (String name : names) {
            add(name, TestServer.freshDatabase());
        }
    }

    /** Databases that are there already, at these JDBC URLs. */
    public TestDatabases(Map<String, String> urls) {
        urls.forEach(this::add);
    }

    private void add(String name, String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        pool.setConnectionInitSql(PinnedSettings.SQL);
        pools.put(new DatabaseName(name), pool);
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
        String version = "select current_setting('server_version_num')::int";
        try {
            return new Query(pool(name))
                    .first(BoundSql.of(version), row -> new ServerFacts(row.getInt(1), "test", name.value()))
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
