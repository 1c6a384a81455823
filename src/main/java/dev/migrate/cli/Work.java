package dev.migrate.cli;

/** What a command does once the application is there; returns the exit code. */
@FunctionalInterface
interface Work {

    /** Gives a part of the application, made now if it was not asked for before. */
    interface Parts {
        <T> T get(Class<T> type);
    }

    int with(Parts parts) throws Exception;
}
