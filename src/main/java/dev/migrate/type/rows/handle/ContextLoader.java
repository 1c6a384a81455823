package dev.migrate.type.rows.handle;

import java.util.concurrent.Callable;

/**
 * The classes that code finds which looks for them by the thread's context, as {@link java.util.ServiceLoader} does and many a
 * library.
 */
record ContextLoader(ClassLoader loader) {

    /**
     * Does something with this loader as the thread's.
     *
     * @throws Exception what it throws
     */
    <T> T call(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
