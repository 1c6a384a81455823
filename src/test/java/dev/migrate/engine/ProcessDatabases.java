package dev.migrate.engine;

import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The databases as one process's config directory and network have them. */
public final class ProcessDatabases implements Databases {

    private final TestDatabases databases;
    private final Map<DatabaseName, MortalDataSource> ways = new ConcurrentHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final Set<String> others = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> maxWorkers = new ConcurrentHashMap<>();
    private volatile @Nullable String outage;

    ProcessDatabases(TestDatabases databases) {
        this.databases = databases;
    }

    /** From now on no connection can be had; the server is away. */
    public void refuse(String message) {
        outage = message;
    }

    public void reconnect() {
        outage = null;
    }

    /** The config directory has no database of that name. */
    public void forget(String name) {
        unknown.add(name);
    }

    /** The name stands for a database on another server. */
    public void replace(String name) {
        others.add(name);
    }

    /** The names stand for what they should. */
    public void putRight() {
        unknown.clear();
        others.clear();
    }

    public void limit(String name, int workers) {
        maxWorkers.put(name, workers);
    }

    @Override
    public Set<DatabaseName> names() {
        return databases.names().stream()
                .filter(name -> !unknown.contains(name.value()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The process's way to a database. */
    public MortalDataSource way(DatabaseName name) {
        return ways.computeIfAbsent(name, it -> new MortalDataSource(databases.pool(it)));
    }

    @Override
    public DataSource dataSource(DatabaseName name) {
        return new DelegatingDataSource(way(name)) {
            @Override
            public Connection getConnection() throws SQLException {
                if (outage != null) {
                    throw new SQLException(outage, "08001");
                }
                return super.getConnection();
            }
        };
    }

    @Override
    public OptionalInt maxWorkers(DatabaseName name) {
        Integer most = maxWorkers.get(name.value());
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }

    @Override
    public ServerFacts facts(DatabaseName name) {
        ServerFacts facts = databases.facts(name);
        return others.contains(name.value())
                ? new ServerFacts(facts.version(), "another server", facts.database())
                : facts;
    }
}
