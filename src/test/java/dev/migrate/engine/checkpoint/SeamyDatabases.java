package dev.migrate.engine.checkpoint;

import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.engine.checkpoint.CounterTable.Event;
import dev.migrate.job.key.DatabaseName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Databases on whose connections something happens when one is borrowed, and before and after each commit. */
final class SeamyDatabases implements Databases {

    private static final Event NOTHING = connection -> {};

    private final Databases databases;
    Event borrowed = NOTHING;
    Event beforeCommit = NOTHING;
    Event afterCommit = NOTHING;

    SeamyDatabases(Databases databases) {
        this.databases = databases;
    }

    @Override
    public Set<DatabaseName> names() {
        return databases.names();
    }

    @Override
    public ServerFacts facts(DatabaseName name) {
        return databases.facts(name);
    }

    @Override
    public DataSource dataSource(DatabaseName name) {
        return new DelegatingDataSource(databases.dataSource(name)) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                happen(borrowed, connection);
                return seamy(connection);
            }
        };
    }

    private Connection seamy(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> invoke(connection, method, arguments));
    }

    private @Nullable Object invoke(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        boolean commit = method.getName().equals("commit");
        if (commit) {
            happen(beforeCommit, connection);
        }
        try {
            Object result = method.invoke(connection, arguments);
            if (commit) {
                happen(afterCommit, connection);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static void happen(Event event, Connection connection) throws SQLException {
        try {
            event.happen(connection);
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
