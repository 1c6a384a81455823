package dev.migrate.type.rows.load;

import dev.migrate.handler.Handler;
import dev.migrate.handler.TransactionalRowHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/**
 * A class of which handlers can be made. Thread-safe.
 *
 * @param loader finds it and what it may use, the jars in {@code handlers/} among that
 */
public record HandlerClass(Constructor<? extends Handler> constructor, ClassLoader loader) {

    /** Whether its handlers take part in the transaction of their page. */
    public boolean isTransactional() {
        return TransactionalRowHandler.class.isAssignableFrom(constructor.getDeclaringClass());
    }

    /**
     * A new handler.
     *
     * @throws Exception that the constructor throws
     */
    public Handler create() throws Exception {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** The name of the class. */
    @Override
    public String toString() {
        return constructor.getDeclaringClass().getName();
    }
}
