package dev.migrate.engine.checkpoint;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a job type gets to see of a page's connection: everything, but it cannot end the transaction by mistake. That it has
 * not done so by other ways either is seen before the page is committed.
 */
final class PageConnection implements InvocationHandler {

    private static final Set<String> ENDING = Set.of("commit", "setAutoCommit", "close", "abort");

    private final Connection connection;

    private PageConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                PageConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new PageConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (ends(method)) {
            throw new UnsupportedOperationException(
                    "a page's transaction is not the job type's to end: it called " + method.getName());
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Going back to a savepoint ends nothing. */
    private static boolean ends(Method method) {
        return ENDING.contains(method.getName())
                || (method.getName().equals("rollback") && method.getParameterCount() == 0);
    }
}
