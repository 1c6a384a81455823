package dev.migrate.type.rows.handle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page's connection as a handler has it: its statements are begun and counted by a {@link RowTransaction}. */
final class RowConnection implements InvocationHandler {

    private static final Set<String> UPDATES = Set.of("executeUpdate", "executeLargeUpdate");

    private final Object wrapped;
    private final RowTransaction transaction;

    RowConnection(Connection page, RowTransaction transaction) {
        this((Object) page, transaction);
    }

    private RowConnection(Object wrapped, RowTransaction transaction) {
        this.wrapped = wrapped;
        this.transaction = transaction;
    }

    Connection proxy() {
        return (Connection) proxy(Connection.class);
    }

    private Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(RowConnection.class.getClassLoader(), new Class<?>[] {type}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean makesStatement = Statement.class.isAssignableFrom(method.getReturnType());
        if (makesStatement) {
            transaction.begin();
        }
        if (wrapped instanceof Connection && method.getName().equals("close")) {
            return null;
        }
        Object result = call(method, arguments);
        if (makesStatement && result != null) {
            return new RowConnection(result, transaction).proxy(method.getReturnType());
        }
        count(method, result);
        return result;
    }

    private void count(Method method, @Nullable Object result) throws Throwable {
        if (UPDATES.contains(method.getName()) && result instanceof Number rows) {
            transaction.wrote(rows.longValue());
        } else if (method.getName().equals("execute") && Boolean.FALSE.equals(result)) {
            transaction.wrote(((Statement) wrapped).getLargeUpdateCount());
        }
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(wrapped, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
